import { exportPKCS8, exportSPKI, generateKeyPair, importPKCS8 } from 'jose';
import { z } from 'zod';
import { JWS_ALGORITHM, readJws, signJws, unreadable } from '../../runtime/ed25519-jws';
import { agendas } from '../../shared/agenda';
import type { Licence, LicenceReading } from '../domain/licence';

/** Seconds since 1970, within the range of Date. */
const instant = z.number().min(0).max(8_640_000_000_000);

/** The payload. Unknown members and agendas are ignored, so that a newer licence works on an older service. */
const claims = z.object({
  licensee: z.string().trim().min(1),
  agendas: z.array(z.string()),
  nbf: instant,
  exp: instant,
  iat: instant,
  jti: z.string().min(1),
});

/** A licence cannot be issued. The message gives the reason. */
export class LicenceFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LicenceFault';
  }
}

export interface LicenceKeys {
  /** PKCS 8. It can issue licences, so it never belongs on the machine of the service. */
  privateKeyPem: string;
  /** SPKI, for LICENCE_PUBLIC_KEY_FILE. */
  publicKeyPem: string;
}

/** A new Ed25519 key pair. */
export async function makeLicenceKeys(): Promise<LicenceKeys> {
  const { privateKey, publicKey } = await generateKeyPair(JWS_ALGORITHM, { extractable: true });
  return { privateKeyPem: await exportPKCS8(privateKey), publicKeyPem: await exportSPKI(publicKey) };
}

/**
 * The text of a licence file. Dates are cut to seconds.
 * @throws LicenceFault if the key is malformed, or the licence would never license anything
 */
export async function issueLicence(privateKeyPem: string, licence: Licence): Promise<string> {
  const payload = claims.safeParse({
    licensee: licence.licensee,
    agendas: licence.agendas,
    nbf: seconds(licence.notBefore),
    exp: seconds(licence.expires),
    iat: seconds(licence.issuedAt),
    jti: licence.id,
  });
  if (!payload.success) throw new LicenceFault(`the licence cannot be issued: ${problemsOf(payload.error)}`);
  const unknown = payload.data.agendas.filter(name => !agendas.some(agenda => agenda === name));
  if (unknown.length > 0)
    throw new LicenceFault(`there is no agenda ${unknown.join(', ')}; there are ${agendas.join(', ')}`);
  if (payload.data.agendas.length === 0) throw new LicenceFault('the licence names no agenda');
  if (payload.data.nbf >= payload.data.exp)
    throw new LicenceFault('the licence would expire before it begins');
  const key = await importPKCS8(privateKeyPem.trim(), JWS_ALGORITHM).catch(() => {
    throw new LicenceFault('the private key is not an Ed25519 key in PEM (PKCS 8)');
  });
  return signJws(payload.data, key);
}

/** Reads a licence file and verifies its signature, but not its dates. Never throws. */
export async function readLicence(text: string, publicKeyPem: string): Promise<LicenceReading> {
  const reading = await readJws(text, publicKeyPem);
  return reading.kind === 'signed' ? readPayload(reading.payload) : reading;
}

function readPayload(signed: unknown): LicenceReading {
  const payload = claims.safeParse(signed);
  if (!payload.success)
    return unreadable(`its payload is not that of a licence: ${problemsOf(payload.error)}`);
  const { licensee, agendas: named, nbf, exp, iat, jti } = payload.data;
  return {
    kind: 'signed',
    licence: {
      id: jti,
      licensee,
      agendas: agendas.filter(agenda => named.includes(agenda)),
      notBefore: date(nbf),
      expires: date(exp),
      issuedAt: date(iat),
    },
  };
}

function problemsOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
    .join('; ');
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

function date(seconds: number): Date {
  return new Date(Math.round(seconds * 1000));
}
