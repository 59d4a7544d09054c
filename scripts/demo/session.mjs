/** A client that logs in again before its token is over. */
export class Session {
  #token;
  #expiresAtMs = 0;

  constructor(url, login, apiKey) {
    this.url = url;
    this.login = login;
    this.apiKey = apiKey;
  }

  /** With a token from elsewhere, which is never renewed. */
  static withToken(url, token) {
    const session = new Session(url);
    session.#token = token;
    session.#expiresAtMs = Infinity;
    return session;
  }

  /** POSTs an action. Answers status and body; a refused login is answered as it is. */
  async post(action, body) {
    const refusal = await this.#renew();
    return refusal ?? send(`${this.url}/${action}?Token=${this.#token}`, body);
  }

  async get(action, query) {
    const refusal = await this.#renew();
    if (refusal) return refusal;
    const parameters = new URLSearchParams({ Token: this.#token, ...query });
    return answerOf(await fetch(`${this.url}/${action}?${parameters}`));
  }

  async #renew() {
    if (performance.now() < this.#expiresAtMs) return undefined;
    const answer = await send(`${this.url}/login`, { UserLogin: this.login, ApiKey: this.apiKey });
    if (answer.status !== 200) return answer;
    this.#token = answer.body.Token;
    this.#expiresAtMs = performance.now() + answer.body.ExpireInSec * 1000 - 2000;
    return undefined;
  }
}

async function send(url, body) {
  const headers = { 'Content-Type': 'application/json' };
  return answerOf(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function answerOf(response) {
  return { status: response.status, body: await response.json() };
}
