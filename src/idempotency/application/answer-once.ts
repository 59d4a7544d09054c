import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import { Random } from '../../shared/random';
import { busy, type KeyRecord, MAX_ANSWER_BYTES, type WrittenAnswer } from '../domain/key-record';
import { type KeyedCall, RepeatKeys } from './ports';

@Injectable()
export class AnswerOnce {
  private readonly underWay = new Set<string>();

  constructor(
    private readonly keys: RepeatKeys,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /**
   * Runs `act` and keeps its answer, or returns the kept answer. If `act` throws, nothing is kept.
   * @param permit throws if a kept answer may not be shown any more
   * @throws AppError IdempotencyKeyReused, IdempotencyKeyBusy, IdempotencyAnswerLost; errors of `act` and `permit`
   */
  async execute(
    request: Omit<KeyedCall, 'attempt'>,
    act: () => Promise<WrittenAnswer>,
    permit: (kept: WrittenAnswer) => Promise<void>,
  ): Promise<{ answer: WrittenAnswer; isReplay: boolean }> {
    const call = { ...request, attempt: this.random.guid() };
    this.underWay.add(call.attempt);
    try {
      const record = await this.keys.reserve(call, this.clock.now(), attempt => this.underWay.has(attempt));
      if (record.attempt !== call.attempt) {
        const answer = this.answerOf(record, call);
        await permit(answer);
        return { answer, isReplay: true };
      }
      const answer = await this.keys.during(call, act);
      // Too large an answer counts as lost: a repeat is refused if the call changed something, and else runs again.
      if (Buffer.byteLength(answer.body) <= MAX_ANSWER_BYTES) await this.keys.keep(call, answer);
      return { answer, isReplay: false };
    } finally {
      this.underWay.delete(call.attempt);
    }
  }

  private answerOf({ fingerprint, attempt, answer }: KeyRecord, call: KeyedCall): WrittenAnswer {
    if (fingerprint !== call.fingerprint) throw new AppError('IdempotencyKeyReused');
    if (answer) return answer;
    if (!this.underWay.has(attempt)) throw new AppError('IdempotencyAnswerLost');
    throw busy();
  }
}
