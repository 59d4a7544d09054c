import { FakeRandom } from '../../../test/fakes/fake-random';
import { FakeRepeatKeys } from '../../../test/fakes/fake-repeat-keys';
import { TestClock } from '../../../test/support/test-clock';
import { MAX_ANSWER_BYTES, type WrittenAnswer } from '../domain/key-record';
import { AnswerOnce } from './answer-once';

const request = { userId: 'u', keyDigest: 'k', fingerprint: 'f' };
const answer = (body: string): WrittenAnswer => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body,
  error: null,
  shows: [],
});

describe('answering once', () => {
  let keys: FakeRepeatKeys;
  let once: AnswerOnce;
  let acts: number;
  let permit: jest.Mock<Promise<void>, [WrittenAnswer]>;

  beforeEach(() => {
    keys = new FakeRepeatKeys();
    once = new AnswerOnce(keys, new TestClock(), new FakeRandom());
    permit = jest.fn<Promise<void>, [WrittenAnswer]>().mockResolvedValue();
    acts = 0;
  });

  const act = async (body = 'done') => {
    acts += 1;
    await keys.change();
    return answer(body);
  };
  const read = (body: string) => () => {
    acts += 1;
    return Promise.resolve(answer(body));
  };
  const code = (name: string) => expect.objectContaining({ code: name }) as Error;

  it('runs the first call, and returns its answer to the second', async () => {
    expect(await once.execute(request, act, permit)).toEqual({ answer: answer('done'), isReplay: false });
    expect(await once.execute(request, act, permit)).toEqual({ answer: answer('done'), isReplay: true });
    expect(acts).toBe(1);
  });

  it('checks the permission for a repeat, not for the first call', async () => {
    await once.execute(request, act, permit);
    expect(permit).not.toHaveBeenCalled();
    permit.mockRejectedValue(new Error('no more'));
    await expect(once.execute(request, act, permit)).rejects.toThrow('no more');
    expect(permit).toHaveBeenCalledWith(answer('done'));
    expect(acts).toBe(1);
  });

  it('refuses another request under the key, whether the first call is answered, under way or lost', async () => {
    const other = { ...request, fingerprint: 'g' };
    await once.execute(
      request,
      async () => {
        await expect(once.execute(other, act, permit)).rejects.toEqual(code('IdempotencyKeyReused'));
        return act();
      },
      permit,
    );
    await expect(once.execute(other, act, permit)).rejects.toEqual(code('IdempotencyKeyReused'));
    expect(acts).toBe(1);
  });

  it('answers busy while another call holds the key', async () => {
    await once.execute(
      request,
      async () => {
        await expect(once.execute(request, act, permit)).rejects.toMatchObject({
          code: 'IdempotencyKeyBusy',
          retryAfterSeconds: 1,
        });
        return act();
      },
      permit,
    );
    expect(acts).toBe(1);
  });

  it('reports a lost answer if the call failed after a change', async () => {
    const failing = async () => {
      await act();
      throw new Error('a fault');
    };
    await expect(once.execute(request, failing, permit)).rejects.toThrow('a fault');
    await expect(once.execute(request, act, permit)).rejects.toEqual(code('IdempotencyAnswerLost'));
    expect(acts).toBe(1);
  });

  it('runs a call again that failed before any change', async () => {
    await expect(once.execute(request, () => Promise.reject(new Error('a fault')), permit)).rejects.toThrow();
    expect(await once.execute(request, act, permit)).toMatchObject({ isReplay: false });
  });

  it('keeps answers up to 2 MB', async () => {
    const largest = 'ž'.repeat(MAX_ANSWER_BYTES / 2);
    await once.execute(request, () => act(largest), permit);
    expect(await once.execute(request, act, permit)).toEqual({ answer: answer(largest), isReplay: true });
  });

  it('keeps no larger answers: a repeat of a change is refused, a repeat of a read runs again', async () => {
    const tooLarge = 'ž'.repeat(MAX_ANSWER_BYTES / 2 + 1);
    await once.execute(request, () => act(tooLarge), permit);
    await expect(once.execute(request, act, permit)).rejects.toEqual(code('IdempotencyAnswerLost'));

    const another = { ...request, keyDigest: 'l' };
    await once.execute(another, read(tooLarge), permit);
    expect(await once.execute(another, read('smaller'), permit)).toEqual({
      answer: answer('smaller'),
      isReplay: false,
    });
  });
});
