// Answers a job with its process id, and ends a moment later.
process.on('message', () => {
  process.send({ kind: 'refused', reason: String(process.pid) })
  setTimeout(() => process.exit(4), 20)
})
