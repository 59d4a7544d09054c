// Prints the names of the skipped tests of JSON reports of jest, and last, alone on its line, the count of all.
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
const skipped = reports
  .flatMap(({ testResults }) => testResults)
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status !== 'passed' && status !== 'failed')
  .map(({ fullName }) => fullName);
// A file that could not be loaded has no tests to count and is counted itself.
const failed = sum(report => report.numFailedTests + report.numRuntimeErrorTestSuites);

for (const name of skipped) console.log(`skipped: ${name}`);
const counts = [`${sum(report => report.numPassedTests)} passed`, `${failed} failed`];
if (skipped.length > 0) counts.push(`${skipped.length} skipped`);
console.log(counts.join(', '));
process.exitCode = failed > 0 ? 1 : 0;
