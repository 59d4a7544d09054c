import { AppError } from '../../shared/errors/app-error';
import { ConcurrentUpdate } from './ports';

const TRIES = 3;

/** Runs `work` again after a concurrent update, three times in all. @throws AppError VisitUpdateFailed */
export async function retryingConcurrentUpdate<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConcurrentUpdate)) throw error;
    }
  }
  throw new AppError('VisitUpdateFailed', 'concurrent update');
}
