import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueLicence, type Licence, makeLicenceKeys } from '../../src/licensing';
import { agendas } from '../../src/shared/agenda';
import type { SettingsIn } from './test-app';

const wholeYear = {
  notBefore: new Date('2026-01-01T00:00:00Z'),
  expires: new Date('2026-12-31T00:00:00Z'),
};

/** Settings for a signed licence file, by default for every agenda and the year 2026. */
export function licensed(terms: Partial<Licence> = {}, { forged = false } = {}): SettingsIn {
  return async folder => {
    const issuer = await makeLicenceKeys();
    const signer = forged ? await makeLicenceKeys() : issuer;
    const text = await issueLicence(signer.privateKeyPem, {
      id: 'test',
      licensee: 'Company ABC',
      agendas: [...agendas],
      issuedAt: wholeYear.notBefore,
      ...wholeYear,
      ...terms,
    });
    const settings = {
      LICENCE_FILE: join(folder, 'licence.jws'),
      LICENCE_PUBLIC_KEY_FILE: join(folder, 'public.pem'),
    };
    writeFileSync(settings.LICENCE_FILE, text);
    writeFileSync(settings.LICENCE_PUBLIC_KEY_FILE, issuer.publicKeyPem);
    return settings;
  };
}

export const expired = licensed({ expires: new Date('2026-11-01T00:00:00Z') });
export const notYetValid = licensed({ notBefore: new Date('2026-12-01T00:00:00Z') });
export const forged = licensed({}, { forged: true });
