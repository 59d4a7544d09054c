import {
  compactVerify,
  CompactSign,
  errors,
  exportPKCS8,
  exportSPKI,
  generateKeyPair,
  importPKCS8,
  importSPKI,
} from 'jose';
import { z } from 'zod';
import { type Agenda, agendas } from '../../shared/agenda';
import type { Licence, LicenceReading } from '../domain/licence';

/** The only signature that is believed: a licence may not choose its own. */
const ALGORITHM = 'EdDSA';

/** Seconds since 1970, no further than a Date reaches. */
const instant = z.number().min(0).max(8_640_000_000_000);

/** The payload. Members that are not known here are ignored, as are agendas: a newer licence works on an older service. */
const claims = z.object({
  licensee: z.string().trim().min(1),
  agendas: z.array(z.string()),
  nbf: instant,
  exp: instant,
  iat: instant,
  jti: z.string().min(1),
});

/** A licence cannot be issued as asked; the message says why. */
export class LicenceFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LicenceFault';
  }
}

export interface LicenceKeys {
  /** PKCS 8. Whoever has it can issue licences: it never belongs on the machine of the service. */
  privateKeyPem: string;
  /** SPKI, for LICENCE_PUBLIC_KEY_FILE. */
  publicKeyPem: string;
}

/** A new Ed25519 key pair. */
export async function makeLicenceKeys(): Promise<LicenceKeys> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return { privateKeyPem: await exportPKCS8(privateKey), publicKeyPem: await exportSPKI(publicKey) };
}

/**
 * The text of a licence file. Dates are kept to the second, parts of one are dropped.
 * @throws LicenceFault when the key is none, or the licence would never license anything
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
  const unknown = payload.data.agendas.filter(name => !isAgenda(name));
  if (unknown.length > 0)
    throw new LicenceFault(`there is no agenda ${unknown.join(', ')}; there are ${agendas.join(', ')}`);
  if (payload.data.agendas.length === 0) throw new LicenceFault('the licence names no agenda');
  if (payload.data.nbf >= payload.data.exp)
    throw new LicenceFault('the licence would expire before it begins');
  const key = await importPKCS8(privateKeyPem.trim(), ALGORITHM).catch(() => {
    throw new LicenceFault('the private key is not an Ed25519 key in PEM (PKCS 8)');
  });
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload.data)))
    .setProtectedHeader({ alg: ALGORITHM })
    .sign(key);
}

/** What a licence file says, if the holder of the key said it. Its dates are not looked at here. Never throws. */
export async function readLicence(text: string, publicKeyPem: string): Promise<LicenceReading> {
  const key = await importSPKI(publicKeyPem.trim(), ALGORITHM).catch(() => undefined);
  if (!key) return unreadable('the public key is not an Ed25519 key in PEM (SPKI)');
  try {
    const { payload } = await compactVerify(text.trim(), key, { algorithms: [ALGORITHM] });
    return readPayload(payload);
  } catch (error) {
    if (error instanceof errors.JOSEAlgNotAllowed) return forged('it is not signed with Ed25519 (EdDSA)');
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return forged('its signature was not made with the private key that belongs to the public key');
    return unreadable('it is not a compact JWS');
  }
}

function readPayload(bytes: Uint8Array): LicenceReading {
  const payload = claims.safeParse(parseJson(bytes));
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

/** Undefined, which is no payload either, when it is no JSON in UTF-8. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function problemsOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
    .join('; ');
}

function isAgenda(name: string): name is Agenda {
  return agendas.some(agenda => agenda === name);
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

function date(seconds: number): Date {
  return new Date(Math.round(seconds * 1000));
}

function forged(problem: string): LicenceReading {
  return { kind: 'forged', problem };
}

function unreadable(problem: string): LicenceReading {
  return { kind: 'unreadable', problem };
}
