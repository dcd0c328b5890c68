import { writeFileSync } from 'node:fs';

/**
 * Writes how many element tests passed, failed and were skipped, in vitest's words, to the file
 * that `VENTANA_TEST_REPORT` names (test/run.mjs sets it). A file that did not load is a failure.
 *
 * @returns {import('@web/test-runner').Reporter}
 */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const report = process.env['VENTANA_TEST_REPORT'];
      if (!report) return;
      const counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
      for (const { testResults, errors, passed } of sessions) {
        const before = counts.numFailedTests;
        for (const test of testsIn(testResults)) {
          if (test.skipped) counts.numPendingTests += 1;
          else if (test.passed) counts.numPassedTests += 1;
          else counts.numFailedTests += 1;
        }
        const broken = errors.length > 0 || passed === false;
        if (broken && counts.numFailedTests === before) counts.numFailedTests += 1;
      }
      writeFileSync(report, JSON.stringify(counts));
    },
  };
}

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
function testsIn(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : [];
}
