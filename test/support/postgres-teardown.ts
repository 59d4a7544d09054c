import { dropRun } from './postgres';

/** Runs after all suites. */
export default function dropAll(): Promise<void> {
  return dropRun(process.env.TEST_POSTGRES_TEMPLATE ?? '');
}
