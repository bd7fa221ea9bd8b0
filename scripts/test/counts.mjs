/**
 * How many tests passed and failed, and which were not run, out of vitest's JSON report. A run that failed without
 * a failing test (a file that cannot be loaded, a report that was not written) counts as one failure.
 */
export function countsOf(report, status) {
  const files = report?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults)
  const brokenFiles = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = tests.filter((test) => test.status === 'failed').length + brokenFiles
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: status !== 0 && failed === 0 ? 1 : failed,
    notRun: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  }
}
