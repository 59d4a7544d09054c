// Prints the tests of JSON reports of jest that were skipped and that failed, and last, alone on its line, the count of all.
import { readFileSync } from 'node:fs';

/** A run that wrote no report failed as a whole, which counts as one. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (fault) {
    console.log(`the tests left no report: ${fault.message}`);
    return { numPassedTests: 0, numFailedTests: 1, numRuntimeErrorTestSuites: 0, testResults: [] };
  }
}

const reports = process.argv.slice(2).map(read);
const sum = count => reports.reduce((total, report) => total + count(report), 0);
const files = reports.flatMap(({ testResults }) => testResults);
const tests = files.flatMap(({ assertionResults }) => assertionResults);
const skipped = tests
  .filter(({ status }) => status !== 'passed' && status !== 'failed')
  .map(({ fullName }) => fullName);
// A file that could not be loaded has no tests to count and is counted itself.
const failed = sum(report => report.numFailedTests + report.numRuntimeErrorTestSuites);

for (const name of skipped) console.log(`skipped: ${name}`);
for (const { fullName, failureMessages } of tests.filter(({ status }) => status === 'failed')) {
  console.log(`FAILED: ${fullName}\n${failureMessages.join('\n').slice(0, 1500)}`);
}
for (const { name, message } of files.filter(
  ({ assertionResults, status }) => status === 'failed' && assertionResults.length === 0,
)) {
  console.log(`FAILED to load: ${name}\n${message.slice(0, 1500)}`);
}
const counts = [`${sum(report => report.numPassedTests)} passed`, `${failed} failed`];
if (skipped.length > 0) counts.push(`${skipped.length} skipped`);
console.log(counts.join(', '));
process.exitCode = failed > 0 ? 1 : 0;
