import 'reflect-metadata';
import { runCli } from './cli/run-cli';
import { environmentOfProcess } from './environment';

/** The service: the same as `gatehouse serve`. */
void runCli(['serve'], {
  get env() {
    return environmentOfProcess();
  },
  write: text => process.stdout.write(text),
  complain: text => process.stderr.write(text),
}).then(exitCode => {
  process.exitCode = exitCode;
});
