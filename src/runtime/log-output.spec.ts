import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogOutput } from './log-output';

let folder: string;
let pipe: number;
let tries: jest.SpyInstance;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'gatehouse-log-'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  pipe = fs.openSync(join(folder, 'pipe'), fs.constants.O_RDWR | fs.constants.O_NONBLOCK);
  tries = jest.spyOn(fs, 'write');
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
});
afterEach(() => {
  jest.useRealTimers();
  tries.mockRestore();
  fs.closeSync(pipe);
  fs.rmSync(folder, { recursive: true });
});

function fill(): void {
  try {
    for (;;) fs.writeSync(pipe, Buffer.alloc(4096, '#'));
  } catch {
    // Full.
  }
}

function read(): string {
  const buffer = Buffer.alloc(1_048_576);
  return buffer.toString('utf8', 0, fs.readSync(pipe, buffer)).replace(/#/g, '');
}

function flagOf(work: Promise<void>): { isSet: boolean } {
  const flag = { isSet: false };
  void work.then(() => (flag.isSet = true));
  return flag;
}

/** Advances the clock by 0.1 s and lets a write complete. */
async function tick(): Promise<void> {
  jest.advanceTimersByTime(100);
  await fs.promises.stat(folder);
}

it('retries failed writes until it ends, and then stops', async () => {
  const output = new LogOutput(pipe);
  fill();
  output.write('a line\n');
  while (tries.mock.calls.length < 3) await tick();
  const ended = flagOf(output.end(500));
  while (!ended.isSet) await tick();
  const before = tries.mock.calls.length;
  output.write('too late\n');
  for (let ticks = 0; ticks < 50; ticks += 1) await tick();
  expect(tries).toHaveBeenCalledTimes(before);
});

it('ends as soon as all is written, after reporting the number of lost lines', async () => {
  const output = new LogOutput(pipe);
  output.onResumed = lost => output.write(`lost ${lost}\n`);
  fill();
  for (let bytes = 0; bytes <= 1_048_576; bytes += 65_536) output.write(`${'x'.repeat(65_535)}\n`);
  expect(output.dropped).toBe(1);
  const ended = flagOf(output.end(3_600_000));
  let written = '';
  while (!ended.isSet) {
    await tick();
    try {
      written += read();
    } catch {
      // Empty.
    }
  }
  expect(written.slice(-9)).toBe('x\nlost 1\n');
});
