import { readFile } from 'node:fs/promises';
import type { AppConfig } from '../../config/app-config';
import { licenceStatus, readLicenceFiles } from '../../licensing';
import { RedisConnection } from '../../redis';
import { DAY_MS, type Finding, findings } from './finding';

const LICENCE_DAYS = 30;
/** No release of this program is older, so a clock that says so is wrong. */
const EARLIEST = new Date('2026-11-01T00:00:00Z');

/** The licence, Redis and the clock. */
export async function checkSurroundings(config: AppConfig, now: Date): Promise<Finding[]> {
  return [
    ...findings([now < EARLIEST, 'clock', `says ${now.toISOString()}: set it, by NTP`]),
    ...(await checkLicence(config, now)),
    ...(await checkRedis(config)),
  ];
}

async function checkLicence({ licence }: AppConfig, now: Date): Promise<Finding[]> {
  if (!licence) return [];
  for (const [name, file] of [
    ['LICENCE_FILE', licence.file],
    ['LICENCE_PUBLIC_KEY_FILE', licence.publicKeyFile],
  ] as const) {
    const isReadable = await readFile(file).then(
      () => true,
      () => false,
    );
    if (!isReadable)
      return [
        {
          about: name,
          problem: `${file} cannot be read, and nothing is licensed: look at its name and owner`,
        },
      ];
  }
  const { state, expires, problem } = licenceStatus(await readLicenceFiles(licence), now);
  const daysLeft = expires ? Math.floor((expires.getTime() - now.getTime()) / DAY_MS) : Infinity;
  return findings(
    [
      state !== 'valid',
      'LICENCE_FILE',
      `the licence is ${state}${problem ? ` (${problem})` : ''}, and nothing is licensed: ask for a new one`,
    ],
    [
      state === 'valid' && daysLeft < LICENCE_DAYS,
      'LICENCE_FILE',
      `the licence ends in ${daysLeft} days: ask for a new one`,
    ],
  );
}

async function checkRedis({ redis }: AppConfig): Promise<Finding[]> {
  if (!redis) return [];
  const connection = await RedisConnection.open(redis);
  try {
    if (await connection.takesWrites()) return [];
    return [
      {
        about: 'REDIS_URL',
        problem: `${redis.host}:${redis.port} does not answer or takes no writes: no client gets in; look at the server`,
      },
    ];
  } finally {
    connection.onApplicationShutdown();
  }
}
