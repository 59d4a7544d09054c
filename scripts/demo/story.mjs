import { randomUUID } from 'node:crypto';
import { attempt, GatehouseError } from './attempt.mjs';

const states = [
  'new visit',
  'planned visit',
  'verified',
  'not valid activity',
  'not confirmed by escort',
  'all is valid',
  'in area',
  'left',
  'rejected',
];
const rejections = ['denied', 'cancelled', 'no-show', 'expired'];

/** Plays steps, prints them, and counts unexpected results. */
export class Story {
  #session;
  #visits = [];
  #played = 0;
  #wrong = 0;

  constructor(session) {
    this.#session = session;
  }

  chapter(title) {
    console.log(`\n${title}`);
  }

  visitor(name, description) {
    this.chapter(`${name}, ${description}`);
    const visit = new VisitStory(this, this.#session, name);
    this.#visits.push(visit);
    return visit;
  }

  /** A step that has to succeed and lead to a state. */
  show(action, before, answer, expected) {
    const state = answer.State;
    const from = before === undefined ? '' : `${before} ${states[before]}`;
    this.#mark(
      state === expected,
      `${action.padEnd(16)} ${from.padEnd(25)} → ${state} ${states[state]}`,
      answer,
    );
  }

  /** A read; `tell` describes the answer, or returns nothing if it is unexpected. */
  async ask(action, query, tell) {
    const answer = await attempt(this.#session, action, { query });
    const told = answer instanceof GatehouseError ? undefined : tell(answer);
    this.#mark(told !== undefined, `${action}: ${told}`, answer);
  }

  /** A step that has to be refused with a number. */
  showRefusal(action, answer, expected, because) {
    const { code, status, message, details = [] } = answer;
    const faults = details.map(({ Field, Problem }) => `${Field} ${Problem}`).join('; ');
    this.#mark(
      answer instanceof GatehouseError && code === expected,
      `${action.padEnd(16)} refused: ${because} → ${status}/${code ?? '–'} ${message}${faults && ` (${faults})`}`,
      answer,
    );
  }

  /** All visitors, with times and outcome, from the histories in the service. */
  async table() {
    const rows = [['visitor', 'visit type', 'came', 'went', 'how it ended']];
    for (const visit of this.#visits) {
      const query = { VisitId: visit.id };
      const now = await attempt(this.#session, 'visit/get', { query });
      const { History } = await attempt(this.#session, 'visit/getHistory', { query });
      const [first] = History;
      const last = History.at(-1);
      const how =
        last.ReasonCode === null
          ? states[last.ToState]
          : `${states[last.ToState]}, ${rejections[last.ReasonCode]}`;
      rows.push([
        visit.name,
        now.VisitType.Title,
        first.Time.slice(0, 19),
        last.Time.slice(11, 19),
        `${how}: ${last.Reason}`,
      ]);
      if (last.ToState !== now.State) this.#wrong += 1;
    }
    const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
    console.log('');
    for (const row of rows)
      console.log(
        row
          .map((text, column) => text.padEnd(widths[column]))
          .join('  ')
          .trimEnd(),
      );
  }

  /** Exit code. */
  verdict() {
    console.log(`\n${this.#played} steps played, ${this.#wrong} not as expected`);
    return this.#wrong === 0 && this.#played > 0 ? 0 : 1;
  }

  #mark(right, line, answer) {
    this.#played += 1;
    console.log(`  ${right ? 'ok ' : 'BAD'} ${line}`);
    if (right) return;
    this.#wrong += 1;
    console.log(`      answered ${answer.status ?? 200} ${answer.message ?? JSON.stringify(answer)}`);
  }
}

/** One visitor's visit. */
class VisitStory {
  id = randomUUID();
  #story;
  #session;
  #state;
  #visitorId;

  constructor(story, session, name) {
    this.#story = story;
    this.#session = session;
    this.name = name;
  }

  /** With a key, the step can be repeated with the same answer. */
  async step(command, body, expected, idempotencyKey) {
    const answer = await this.#command(command, body, idempotencyKey);
    this.#story.show(command, this.#state, answer, expected);
    this.#state = answer.State;
    this.#visitorId ??= answer.Visitor?.VisitorId;
  }

  /** Uses the entry code that the visitor received. */
  async stepByCode(command, expected) {
    const code = await attempt(this.#session, 'visit/getIdentifierEntryCode', {
      query: { VisitId: this.id },
    });
    await this.step(command, { Method: 1, EntryCode: code.IdentifierEntryCode }, expected);
  }

  async refused(command, body, expected, because, idempotencyKey) {
    this.#story.showRefusal(command, await this.#command(command, body, idempotencyKey), expected, because);
  }

  /** Records an activity. The service then checks visits that waited for it again. */
  async activity(activity, expected) {
    const body = { VisitorId: this.#visitorId, Activity: activity };
    const recorded = await attempt(this.#session, 'visitor/createActivity', { body });
    const answer =
      recorded instanceof GatehouseError
        ? recorded
        : await attempt(this.#session, 'visit/get', { query: { VisitId: this.id } });
    this.#story.show('createActivity', this.#state, answer, expected);
    this.#state = answer.State;
  }

  #command(command, body, idempotencyKey) {
    return attempt(this.#session, `visit/${command}`, {
      body: { VisitId: this.id, ...body },
      idempotencyKey,
    });
  }
}
