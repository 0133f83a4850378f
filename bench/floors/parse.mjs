import { readFileSync } from 'node:fs'
import Parser from 'rss-parser'

/** rss-parser alone, as published: parse the documents of a JSON file, this many times. */
const [file, times] = process.argv.slice(2)
const documents = JSON.parse(readFileSync(file, 'utf8'))
const parser = new Parser()
for (let turn = 0; turn < Number(times); turn += 1) await parser.parseString(documents[turn % documents.length])
