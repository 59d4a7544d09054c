import { enumeration } from '../../shared/enumeration';

/** How the identity of a visitor is verified, with the values of the contract. */
export const VerifyMethod = { Document: 0, EntryCode: 1, Fingerprint: 2 } as const;

export type VerifyMethod = (typeof VerifyMethod)[keyof typeof VerifyMethod];

export const verifyMethods = enumeration('VerifyMethod', 'How the identity is verified', VerifyMethod, {
  Document: 'by an identity document',
  EntryCode: 'by a PIN, the entry code or the pass',
  Fingerprint: 'by a fingerprint, which the reader has matched',
});
