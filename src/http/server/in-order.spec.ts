import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { inOrder } from './in-order';

describe('steps in order', () => {
  const request = {} as Request;
  const response = {} as Response;
  let passed: string[] = [];
  beforeEach(() => {
    passed = [];
  });
  const step =
    (name: string, act: (next: NextFunction) => void = next => next()): RequestHandler =>
    (_request, _response, next) => {
      passed.push(name);
      act(next);
    };
  const run = (...steps: RequestHandler[]): Promise<unknown> =>
    new Promise(resolve => void inOrder(...steps)(request, response, resolve));
  const later = (next: NextFunction) => setImmediate(next);

  it('pass the request on, one after the other, and then to the next middleware', async () => {
    expect(await run(step('first'), step('second', later), step('third'))).toBeUndefined();
    expect(passed).toEqual(['first', 'second', 'third']);
  });

  it.each([
    ['passed on', (next: NextFunction) => next(new Error('bad'))],
    [
      'thrown',
      () => {
        throw new Error('bad');
      },
    ],
  ])('end with a fault that is %s, also after a step that has waited', async (_, fail) => {
    expect(await run(step('first', later), step('second', fail), step('third'))).toEqual(new Error('bad'));
    expect(passed).toEqual(['first', 'second']);
  });

  it('take null for no fault, as Express does', async () => {
    expect(
      await run(
        step('first', next => (next as (fault: unknown) => void)(null)),
        step('second'),
      ),
    ).toBe(undefined);
    expect(passed).toEqual(['first', 'second']);
  });
});
