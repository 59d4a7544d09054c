import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { StorageFault } from '../storage-fault';
import { asStorageFault } from './postgres-faults';

describe('a fault of PostgreSQL', () => {
  it('a connection that was given up is a fault of the storage, not of the request', () => {
    const error = new QueryRunnerAlreadyReleasedError();
    expect(asStorageFault(error)).toEqual(new StorageFault('storage unavailable', error));
  });

  it('what is none is passed on as it is', () => {
    const error = new TypeError('of ours');
    expect(asStorageFault(error)).toBe(error);
  });
});
