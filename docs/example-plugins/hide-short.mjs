#!/usr/bin/env node
// A program, here in JavaScript: hides posts of fewer than ten words. An entry a line on stdin, the same on stdout; "null" hides it.
import { createInterface } from 'node:readline'

for await (const line of createInterface({ input: process.stdin })) {
  const entry = JSON.parse(line)
  const text = `${entry.contentHtml ?? entry.summaryHtml ?? ''}`.replace(/<[^>]*>/g, ' ')
  const words = text.split(/\s+/).filter(Boolean)
  console.log(words.length < 10 ? 'null' : JSON.stringify(entry))
}
