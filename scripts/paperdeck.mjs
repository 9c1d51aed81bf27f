#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old one gets a sentence instead of a syntax error.
const needed = 22
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(`paperdeck needs Node ${needed} or newer, and this is Node ${process.versions.node}.`)
  process.exit(1)
}
await import('../out/main/cli.js')
