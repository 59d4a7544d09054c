import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Database, lockByName } from '../../database';
import type { Clock } from '../../shared/clock';
import { PassKeyRow } from './pass-key.row';

/** The private key in the database. The first call creates it. @throws StorageFault */
export async function passKeyOfDatabase(database: Database, clock: Clock): Promise<KeyObject> {
  const kept = await database.read(manager => manager.findOneBy(PassKeyRow, { seq: 1 }));
  if (kept) return createPrivateKey(kept.privateKey);
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return database.write(async manager => {
    // Another process may have created one since.
    await lockByName(manager, 'pass key');
    const first = await manager.findOneBy(PassKeyRow, { seq: 1 });
    if (!first) await manager.insert(PassKeyRow, { seq: 1, privateKey, createdAt: clock.now() });
    return createPrivateKey(first?.privateKey ?? privateKey);
  });
}

/** The public key (PEM, SPKI), for doors and phones. */
export function publicPemOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
}
