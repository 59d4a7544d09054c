import { envelopeOf, GatehouseError } from './error.ts';
import { type Client, createClient } from './generated/client/index.ts';
import { login } from './generated/index.ts';

export interface SessionOptions {
  /** The URL of the service with its base path, such as `https://gate.example.com/AktionNEXT/API`. */
  baseUrl: string;
  userLogin: string;
  /** The API key as issued, in base64. */
  apiKey: string;
  /** Sends the requests. Default: the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
  /** A monotonic clock in milliseconds. Default: `performance.now`. */
  clock?: () => number;
}

/** A generated function, such as `visitEnd`. */
type Operation = (options: never) => Promise<unknown>;

interface Extras {
  /** For a POST that you may have to repeat: sent as `Idempotency-Key`, so that the service carries it out once. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
}

/** The `body` or `query` of the operation, and common options such as `signal`. */
export type CallOptions<T extends Operation> = Extras &
  Omit<Parameters<T>[0], 'client' | 'headers' | 'responseStyle' | 'throwOnError'>;

/** The answer of the operation. A refused call throws instead. */
export type CallResult<T extends Operation> = NonNullable<Awaited<ReturnType<T>>>;

/** A token is renewed after this part of its life, so that it does not expire in transit. */
const USABLE_PART_OF_LIFE = 0.8;
const TOKEN_NOT_FOUND = 1000;
const TOKEN_EXPIRED = 1001;

/**
 * Calls the service as one user. It logs in when a call needs a token, and again before the token expires. Concurrent
 * calls share one login. The token is sent in the `Authorization` header, never in a URL.
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
      // Actions also accept the token in the query, but proxies would log it there.
      auth: ({ scheme }) => (scheme === 'bearer' ? this.#usableToken() : undefined),
    });
    this.#client.interceptors.error.use((cause, response: Response | undefined) =>
      response ? new GatehouseError(response, cause) : cause,
    );
  }

  /**
   * Calls an operation: `session.call(visitEnd, { body: { VisitId, Reason } })`. If the token is refused (1000, 1001),
   * the call is repeated once with a new one. Nothing else is repeated.
   * @throws GatehouseError if the call or the login is refused; the error of `fetch` if the service cannot be reached
   */
  async call<T extends Operation>(operation: T, options: CallOptions<T>): Promise<CallResult<T>> {
    const { idempotencyKey, headers, ...rest }: Extras = options;
    const call = {
      ...rest,
      headers: { 'Idempotency-Key': idempotencyKey, ...headers },
      client: this.#client,
    };
    // The compiler cannot infer argument and answer of a generic operation.
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
    // Taken before the login, so it is never later than the start of the token's life.
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
