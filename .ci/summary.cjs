// Adds up the reports of the unit and the end-to-end tests, and ends with their outcome.
const { existsSync, readFileSync } = require('node:fs')

const status = Number(process.argv[2])
const report = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)
const unit = report('test-results/unit.json')
const endToEnd = report('test-results/e2e.json')

let passed = 0
let failed = 0
let skipped = 0
if (unit) {
  passed += unit.numPassedTests
  failed += unit.numFailedTests + unit.numFailedTestSuites * (unit.numFailedTests === 0 ? 1 : 0)
  skipped += unit.numPendingTests + unit.numTodoTests
}
if (endToEnd) {
  passed += endToEnd.stats.expected
  failed += endToEnd.stats.unexpected + endToEnd.stats.flaky
  skipped += endToEnd.stats.skipped
}
// A stage that failed before it could count, such as the installation or the checks, is one failure.
if (status !== 0 && failed === 0) failed = 1

console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed === 0 ? 0 : status || 1)
