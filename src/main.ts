import 'reflect-metadata';
import { processIo } from './cli/process-io';
import { runService } from './cli/run-service';
import { endWith } from './exit-codes';

/** The service: the same as `gatehouse serve`. */
void runService(processIo).then(endWith);
