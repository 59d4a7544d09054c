import { setTimeout as wait } from 'node:timers/promises';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** The path of Chromium, if it is installed. */
export const chromium = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap(folder => ['chromium', 'chromium-browser', 'google-chrome'].map(name => join(folder, name)))
  .find(file => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** One page of a headless Chromium, controlled through the DevTools protocol over a pipe. */
export class Browser {
  /** URLs that the page requested. */
  readonly asked: string[] = [];
  /** Console messages of the page: script errors and violations of its security policy. */
  readonly faults: string[] = [];
  private readonly waiting = new Map<number, (message: Message) => void>();
  private session: string | undefined;
  private count = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    let rest = '';
    (child.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.take(JSON.parse(message) as Message);
    });
  }

  static async open(width = 1280, height = 900): Promise<Browser> {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-chromium-'));
    const options = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-breakpad',
    ];
    const child = spawn(
      chromium ?? '',
      [...options, '--remote-debugging-pipe', `--user-data-dir=${folder}`, 'about:blank'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const browser = new Browser(child, folder);
    const { targetId } = await browser.call('Target.createTarget', { url: 'about:blank' });
    const attached = await browser.call('Target.attachToTarget', { targetId, flatten: true });
    browser.session = String(attached.sessionId);
    for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await browser.call(`${domain}.enable`);
    await browser.resize(width, height);
    return browser;
  }

  resize(width: number, height: number): Promise<object> {
    return this.call('Emulation.setDeviceMetricsOverride', {
      ...{ width, height, deviceScaleFactor: 1, mobile: width < 600 },
    });
  }

  /** Resolves when the new page has replaced the one before. */
  async go(url: string): Promise<void> {
    await this.ask('void (window.isLeft = true)');
    await this.call('Page.navigate', { url });
    const isThere = "!window.isLeft && document.readyState === 'complete'";
    for (let tries = 0; !(await this.ask<boolean>(isThere).catch(() => false)); tries += 1) {
      if (tries === 400) throw new Error(`${url} is not shown`);
      await wait(50);
    }
  }

  /** Evaluates an expression in the page. */
  async ask<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.call('Runtime.evaluate', {
      ...{ expression, awaitPromise: true, returnByValue: true },
    });
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return (result as { value: T }).value;
  }

  /** Waits for an element that matches the selector, and returns its text. */
  async find(selector: string): Promise<string> {
    const there = `document.querySelector(${JSON.stringify(selector)})`;
    const text = await this.ask<string | null>(`new Promise(resolve => {
      const until = performance.now() + 40000;
      const look = () => ${there} ? resolve(${there}.innerText)
        : performance.now() > until ? resolve(null) : setTimeout(look, 50);
      look();
    })`);
    if (text === null) throw new Error(`nothing is ${selector}`);
    return text;
  }

  async click(selector: string): Promise<void> {
    await this.find(selector);
    await this.ask(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  async type(selector: string, text: string): Promise<void> {
    await this.find(selector);
    await this.ask(`document.querySelector(${JSON.stringify(selector)}).focus()`);
    await this.call('Input.insertText', { text });
  }

  async picture(): Promise<Buffer> {
    const { data } = await this.call('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  async close(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.session = undefined;
    void this.call('Browser.close');
    await exit;
    for (const stream of this.child.stdio) stream?.destroy();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private call(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = (this.count += 1);
    const sessionId = this.session;
    (this.child.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ result = {}, error }) => {
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      });
    });
  }

  private take(message: Message): void {
    const { id, method, params = {} } = message;
    if (id !== undefined) this.waiting.get(id)?.(message);
    if (method === 'Network.requestWillBeSent') this.asked.push((params.request as { url: string }).url);
    if (method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded')
      this.faults.push(JSON.stringify(params));
  }
}
