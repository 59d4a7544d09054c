import { envelopeOf, GatehouseError } from './error.ts';
import { type Client, createClient } from './generated/client/index.ts';
import { login } from './generated/index.ts';

export interface SessionOptions {
  /** Where the service is, with its base path: `https://gate.example.com/AktionNEXT/API`. */
  baseUrl: string;
  userLogin: string;
  /** Base64, as the service gave it out. */
  apiKey: string;
  /** Sends the requests; the platform's own when left out. */
  fetch?: (request: Request) => Promise<Response>;
  /** Milliseconds that only go forward, whatever happens to the wall clock; `performance.now` when left out. */
  clock?: () => number;
}

/** A generated function, such as `visitEnd`. */
type Operation = (options: never) => Promise<unknown>;

interface Extras {
  /** For a POST that may have to be repeated: sent as `Idempotency-Key`, it is done once however often it arrives. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
}

/** What is asked: `body` or `query`, as the operation wants it, beside what every call may have, such as a `signal`. */
export type CallOptions<T extends Operation> = Extras &
  Omit<Parameters<T>[0], 'client' | 'headers' | 'responseStyle' | 'throwOnError'>;

/** What the operation answers when it succeeds; when it does not, the call throws. */
export type CallResult<T extends Operation> = NonNullable<Awaited<ReturnType<T>>>;

/** A token is renewed after this part of its life, so that it does not run out on its way. */
const USABLE_PART_OF_LIFE = 0.8;
const TOKEN_NOT_FOUND = 1000;
const TOKEN_EXPIRED = 1001;

/**
 * Calls the service as one user. It logs in when the first call needs a token, and again before that one runs out; calls
 * at the same time share one login. The token travels in the `Authorization` header and in no URL.
 */
export class GatehouseSession {
  readonly #client: Client;
  readonly #credentials: { UserLogin: string; ApiKey: string };
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly #clock: () => number;
  #token?: { value: string; renewAtMs: number };
  #login?: Promise<string>;

  constructor({ baseUrl, userLogin, apiKey, fetch, clock }: SessionOptions) {
    this.#credentials = { UserLogin: userLogin, ApiKey: apiKey };
    this.#fetch = fetch ?? (request => globalThis.fetch(request));
    this.#clock = clock ?? (() => performance.now());
    this.#client = createClient({
      baseUrl,
      throwOnError: true,
      fetch: request => this.#send(request as Request),
      // Actions accept the token in the query, too, where whatever is on the way would write it down.
      auth: ({ scheme }) => (scheme === 'bearer' ? this.#usableToken() : undefined),
    });
    this.#client.interceptors.error.use((cause, response: Response | undefined) =>
      response ? new GatehouseError(response, cause) : cause,
    );
  }

  /**
   * Calls an operation: `session.call(visitEnd, { body: { VisitId, Reason } })`. When the service does not accept the
   * token (1000, 1001), the call is repeated once with a new one; nothing else is repeated.
   * @throws GatehouseError when the call or the login is refused; what `fetch` throws when the service is not reached
   */
  async call<T extends Operation>(operation: T, options: CallOptions<T>): Promise<CallResult<T>> {
    const { idempotencyKey, headers, ...asked }: Extras = options;
    const call = {
      ...asked,
      headers: { 'Idempotency-Key': idempotencyKey, ...headers },
      client: this.#client,
    };
    // The compiler cannot see through a type parameter that this is what the operation takes, and answers.
    return (await operation(call as never)) as CallResult<T>;
  }

  async #send(request: Request): Promise<Response> {
    const sent = request.headers.get('Authorization');
    const repeat = request.clone();
    const answer = await this.#fetch(request);
    if (sent === null || !(await isTokenRefused(answer))) return answer;
    if (sent === `Bearer ${this.#token?.value}`) this.#token = undefined;
    repeat.headers.set('Authorization', `Bearer ${await this.#usableToken()}`);
    return this.#fetch(repeat);
  }

  async #usableToken(): Promise<string> {
    if (this.#token && this.#clock() < this.#token.renewAtMs) return this.#token.value;
    this.#login ??= this.#logIn().finally(() => (this.#login = undefined));
    return this.#login;
  }

  async #logIn(): Promise<string> {
    // The token lives from some moment after this one, which is early enough.
    const sentAtMs = this.#clock();
    const { Token, ExpireInSec } = await login({ client: this.#client, body: this.#credentials });
    this.#token = { value: Token, renewAtMs: sentAtMs + ExpireInSec * 1000 * USABLE_PART_OF_LIFE };
    return Token;
  }
}

async function isTokenRefused(answer: Response): Promise<boolean> {
  if (answer.status !== 401) return false;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  const { Code } = envelopeOf(body);
  return Code === TOKEN_NOT_FOUND || Code === TOKEN_EXPIRED;
}
