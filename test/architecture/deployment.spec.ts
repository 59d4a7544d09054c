import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadConfig, settingNames } from '../../src/config/settings';
import { ExitCode } from '../../src/exit-codes';
import { DRAIN_LIMIT_MS, DRAIN_NOTICE_MS } from '../../src/health/drain';
import { HealthController } from '../../src/health/health.controller';
import { ServerAdapter } from '../../src/http/server/server-adapter';

interface Service {
  build?: string;
  image?: string;
  pull_policy?: string;
  command?: string[];
  user?: string;
  environment?: Record<string, string>;
  ports?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  stop_grace_period?: string;
  volumes?: string[];
  networks: string[] | Record<string, { ipv4_address: string }>;
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean } | null>;
}

const read = (file: string) => readFileSync(file, 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);
const seconds = (text = '') => Number(/(\d+)s?$/.exec(text)?.[1]);

const dockerfile = read('Dockerfile').replace(/\\\n/g, ' ');
const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
const caddyfile = read('deploy/Caddyfile');
const unit = read('deploy/gatehouse.service');
const composeText = read('compose.yaml');
const compose = expanded({ POSTGRES_PASSWORD: 'p', VALKEY_PASSWORD: 'v' });
const nodes = Object.keys(compose.services).filter(name => /^node\d$/.test(name));
const readiness = `/${String(Reflect.getMetadata('path', Reflect.get(HealthController.prototype, 'ready')))}`;
/** What Node and the C library read, and no setting of ours. */
const known = ['NODE_ENV', 'MALLOC_ARENA_MAX', 'MALLOC_MMAP_THRESHOLD_', ...settingNames];

/** compose.yaml as Compose reads it. @throws where a variable is missing that has to be set */
function expanded(env: Record<string, string>): Compose {
  const text = JSON.stringify(parse(composeText, { merge: true }));
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'string' ? substituted(value, env) : value,
  ) as Compose;
}

function substituted(text: string, env: Record<string, string>): string {
  // Has no other within it: the innermost come first.
  const variable = /(?<!\$)\$\{(\w+)(?::([-?+])([^${}]*))?\}/;
  const match = variable.exec(text);
  if (!match) return text;
  const [whole, name = '', operator, operand = ''] = match;
  const value = env[name] ?? '';
  if (operator === '?' && value === '') throw new Error(`${name}: ${operand}`);
  const result = operator === '+' ? value && operand : operator === '-' ? value || operand : value;
  return substituted(
    text.replace(whole, () => result),
    env,
  );
}

describe('Dockerfile', () => {
  it('copies only what there is, and what .dockerignore lets through', () => {
    const sources = all(dockerfile, /^COPY (?!--from)(.*) \S+$/gm).flatMap(list => list.split(/\s+/));
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toContain('*');
    expect(sources.filter(source => !existsSync(source))).toEqual([]);
    expect(sources.filter(source => !ignored.includes(`!${source}`))).toEqual([]);
    expect(ignored.filter(line => line.startsWith('!') && !sources.includes(line.slice(1)))).toEqual([]);
  });

  it('sets settings that there are, with values that are taken', () => {
    const [, block = ''] = /^ENV (.*)$/m.exec(lastStage) ?? [];
    const env = Object.fromEntries(all(block, /(\S+=\S+)/g).map(pair => pair.split('=', 2)));
    expect(Object.keys(env).filter(name => !known.includes(name))).toEqual([]);
    const config = loadConfig(env, []);
    expect(config.database).toMatchObject({ file: '/var/lib/gatehouse/gatehouse.sqlite' });
    expect(lastStage).toMatch(/^VOLUME \/var\/lib\/gatehouse$/m);
    expect(lastStage).toMatch(new RegExp(`^EXPOSE ${config.port}$`, 'm'));
  });

  it('runs what is built, not as root, and asks whether it is ready', () => {
    const [user = ''] = all(lastStage, /^USER (\d+):\d+$/gm);
    expect(Number(user)).toBeGreaterThan(0);
    expect(lastStage).toMatch(/^CMD \["dist\/main\.js"\]$/m);
    expect(existsSync('src/main.ts') && existsSync('src/cli.ts')).toBe(true);
    expect(lastStage).toMatch(/^HEALTHCHECK .* CMD \["node", "dist\/cli\.js", "health"\]$/m);
  });

  it('needs no server but that of packages: no prebuilt binary, no headers', () => {
    expect(all(dockerfile, /npm ci ([^&\n]*?)\s*(?:&|$)/gm)).toEqual([
      '--omit=dev --ignore-scripts',
      '--ignore-scripts',
    ]);
    expect(dockerfile).toContain('node-gyp rebuild --directory=node_modules/sqlite3 --nodedir=/usr/local');
  });
});

describe('compose.yaml', () => {
  const services = Object.entries(compose.services);

  it('has several nodes, which Caddy knows', () => {
    expect(nodes.length).toBeGreaterThan(1);
    expect(compose.services.caddy?.environment?.UPSTREAMS).toBe(nodes.map(name => `${name}:3000`).join(' '));
  });

  it.each([...nodes, 'migrate'])('%s: is given settings that there are, with values that are taken', name => {
    const env = compose.services[name]?.environment ?? {};
    expect(Object.keys(env).filter(setting => !known.includes(setting))).toEqual([]);
    const config = loadConfig(env, []);
    expect(config.database).toMatchObject({ kind: 'server', shown: 'postgres:5432/gatehouse' });
    expect(config.redis).toMatchObject({ host: 'valkey', port: 6379, password: 'v' });
    expect(config.migrateOnStart).toBe(false);
  });

  it('migrates by a service of its own', () => {
    expect(compose.services.migrate?.command).toEqual(['dist/cli.js', 'migrate']);
  });

  it('runs the image that it builds, and none of that name from elsewhere', () => {
    const { build, image, pull_policy: policy } = compose.services.migrate ?? {};
    expect([build, policy]).toEqual(['.', 'build']);
    for (const name of nodes) expect(compose.services[name]).toMatchObject({ image, pull_policy: 'never' });
  });

  it('refuses to go without passwords, and has none in it', () => {
    expect(() => expanded({ VALKEY_PASSWORD: 'v' })).toThrow('POSTGRES_PASSWORD');
    expect(() => expanded({ POSTGRES_PASSWORD: 'p' })).toThrow('VALKEY_PASSWORD');
    const secrets = all(composeText, /(?:PASSWORD|AUTH|SECRET|TOKEN|KEY)\w*: (.*)/g);
    const inUrls = all(composeText, /:\/\/\w*:(.*?)@/g);
    expect(secrets.length + inUrls.length).toBeGreaterThan(3);
    for (const secret of [...secrets, ...inUrls]) expect(secret).toMatch(/^\$\{\w+:\?[^}]+\}$/);
  });

  it('has settings of its own, and no document tells to overwrite those of the service', () => {
    for (const page of ['README.md', 'docs/deployment.md', 'docs/operations.md', 'docs/settings.md'])
      expect(read(page)).not.toMatch(/compose\.env\.example +\.env\b/);
    for (const ignored of ['.gitignore', '.dockerignore'])
      expect(read(ignored).split('\n')).toEqual(
        expect.arrayContaining([expect.stringMatching(/^(?:compose\.env|\*)$/)]),
      );
  });

  it('names each variable in deploy/compose.env.example, and no other is there', () => {
    const example = all(read('deploy/compose.env.example'), /^#?([A-Z_]+)=/gm);
    expect([...new Set(all(composeText, /(?<!\$)\$\{(\w+)/g))].sort()).toEqual(example.sort());
    expect(read('deploy/compose.env.example')).not.toMatch(/PASSWORD=./);
  });

  it('publishes the ports of Caddy and no other', () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['caddy']);
    expect(services.filter(([, service]) => 'network_mode' in service)).toEqual([]);
    expect(compose.networks.back?.internal).toBe(true);
    expect(Object.keys(compose.services.caddy?.networks ?? {})).toEqual(['front']);
  });

  it.each(services)('%s: may do no more than it has to', (name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(service.cap_add ?? []).toEqual(name === 'caddy' ? ['NET_BIND_SERVICE'] : []);
  });

  it('mounts what there is', () => {
    for (const volume of services.flatMap(([, { volumes = [] }]) => volumes)) {
      const [source = ''] = volume.split(':');
      expect([source, source.startsWith('.') ? existsSync(source) : source in compose.volumes]).toEqual([
        source,
        true,
      ]);
    }
  });

  it.each(nodes)('%s: has the time to finish what is under way', name => {
    expect(seconds(compose.services[name]?.stop_grace_period) * 1000).toBeGreaterThan(DRAIN_LIMIT_MS + 1000);
  });

  it('has the nodes believe Caddy, and its checks and theirs let in, whatever IP_FILTER says', () => {
    const { services: filtered } = expanded({
      POSTGRES_PASSWORD: 'p',
      VALKEY_PASSWORD: 'v',
      IP_FILTER: '10.1.0.0/16',
    });
    const networks = filtered.caddy?.networks as Record<string, { ipv4_address: string }>;
    const caddy = networks.front?.ipv4_address ?? '';
    const { ipFilter, trustedProxies } = loadConfig(filtered.node1?.environment ?? {}, []);
    expect(trustedProxies).toEqual([caddy]);
    const gateway = caddy.replace(/\d+$/, '1');
    expect(
      [caddy, '127.0.0.1', '10.1.2.3', gateway, '10.2.0.1'].map(address => ipFilter.allows(address)),
    ).toEqual([true, true, true, false, false]);
    expect(loadConfig(compose.services.node1?.environment ?? {}, []).ipFilter.allows('10.2.0.1')).toBe(true);
  });
});

describe('deploy/Caddyfile', () => {
  it('is given by compose.yaml what it asks for', () => {
    const asked = [...new Set(all(caddyfile, /\{\$(\w+)/g))].sort();
    expect(Object.keys(compose.services.caddy?.environment ?? {}).sort()).toEqual(asked);
  });

  it('asks for readiness often enough to see a stop before the listener closes', () => {
    expect(caddyfile).toMatch(new RegExp(`health_uri ${readiness}\n`));
    const [interval] = all(caddyfile, /health_interval (\d+)ms/g);
    expect(Number(interval) * 2).toBeLessThan(DRAIN_NOTICE_MS);
  });

  it('lets go of a connection before the node does', () => {
    const adapter = new ServerAdapter('iso');
    adapter.initHttpServer();
    const { keepAliveTimeout } = adapter.getHttpServer() as { keepAliveTimeout: number };
    const [keepalive] = all(caddyfile, /keepalive (\d+)s/g);
    expect(Number(keepalive) * 1000).toBeLessThan(keepAliveTimeout);
  });

  it('logs neither queries nor headers, for itself and for its sites', () => {
    const logs = all(caddyfile, /\blog\b[^{\n]*\{([\s\S]*?\n\t*\}\n\t*\}\n)/g);
    expect(logs).toHaveLength(2);
    for (const log of logs) {
      expect(log).toContain(String.raw`request>uri regexp \?.* ""`);
      expect(log).toContain('request>headers delete');
      // Plain HTTP is sent on to the same address, query and all.
      expect(log).toContain('resp_headers>Location delete');
    }
  });
});

describe('deploy/gatehouse.service', () => {
  const value = (name: string) => all(unit, new RegExp(`^${name}=(.*)$`, 'gm'));

  it('sets settings that there are, with values that are taken', () => {
    const env = Object.fromEntries(value('Environment').map(pair => pair.split('=', 2)));
    expect(Object.keys(env).filter(name => !known.includes(name))).toEqual([]);
    expect(loadConfig(env, []).database).toEqual({
      kind: 'file',
      file: '/var/lib/gatehouse/gatehouse.sqlite',
    });
    expect(value('StateDirectory')).toEqual(['gatehouse']);
  });

  it('gives it the time to finish what is under way, and does not start it again with wrong settings', () => {
    expect(seconds(value('TimeoutStopSec')[0]) * 1000).toBeGreaterThan(DRAIN_LIMIT_MS + 1000);
    expect(value('RestartPreventExitStatus')).toEqual([String(ExitCode.Configuration)]);
  });

  it('runs it as nobody who may do anything', () => {
    expect(value('User')).toEqual(['gatehouse']);
    expect(value('CapabilityBoundingSet')).toEqual(['']);
    expect(value('ProtectSystem')).toEqual(['strict']);
    // V8 does not start with it.
    expect(value('MemoryDenyWriteExecute')).toEqual(['no']);
  });
});
