import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { buildService } from './built-service';

export interface Demo {
  url: string;
  login: string;
  key: string;
  stop: () => Promise<void>;
}

/** The server of `npm run demo -- --serve`. */
export async function startDemo(settings: Record<string, string> = {}): Promise<Demo> {
  const built = buildService();
  const demo = spawn(process.execPath, ['scripts/demo.mjs', '--serve', '--dist', dirname(built.main)], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (demo.exitCode === null) {
      demo.kill('SIGTERM');
      await once(demo, 'exit');
    }
    built.remove();
  };
  let said = '';
  for await (const text of demo.stdout.setEncoding('utf8')) {
    said += String(text);
    const [, url, login, key] =
      /(http\S+)\/swagger [^]*UserLogin +(\S+)\s+ApiKey +(\S+)\s[^]*Ctrl/.exec(said) ?? [];
    if (url && login && key) return { url, login, key, stop };
  }
  await stop();
  throw new Error(`the demo did not start:\n${said}`);
}
