import 'reflect-metadata';
import { processIo } from './cli/process-io';
import { runService } from './cli/run-service';

/** The service: the same as `gatehouse serve`. */
void runService(processIo).then(exitCode => {
  process.exitCode = exitCode;
});
