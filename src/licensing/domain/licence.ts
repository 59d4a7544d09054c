import { type Agenda, agendas } from '../../shared/agenda';

/** What the holder of the signing key has granted, once its signature is known to be right. */
export interface Licence {
  readonly id: string;
  readonly licensee: string;
  readonly agendas: readonly Agenda[];
  /** The first instant at which it holds. */
  readonly notBefore: Date;
  /** The first instant at which it holds no more. */
  readonly expires: Date;
  readonly issuedAt: Date;
}

/** What was found where a licence is looked for. `community`: none is configured, so none is asked for. */
export type LicenceReading =
  | { readonly kind: 'community' }
  | { readonly kind: 'signed'; readonly licence: Licence }
  | { readonly kind: 'forged' | 'unreadable'; readonly problem: string };

export type LicenceState = 'community' | 'valid' | 'not yet valid' | 'expired' | 'forged' | 'unreadable';

export interface LicenceStatus {
  readonly state: LicenceState;
  readonly licensee?: string;
  /** What is licensed at this instant: nothing unless the state is `community` or `valid`. */
  readonly agendas: readonly Agenda[];
  readonly notBefore?: Date;
  readonly expires?: Date;
  /** For `forged` and `unreadable`: why, for the operator. */
  readonly problem?: string;
}

/** What a reading is worth at an instant. Whatever is not clearly a licence in force licenses nothing. */
export function licenceStatus(reading: LicenceReading, now: Date): LicenceStatus {
  if (reading.kind === 'community') return { state: 'community', agendas };
  if (reading.kind !== 'signed') return { state: reading.kind, agendas: [], problem: reading.problem };
  const { licensee, agendas: granted, notBefore, expires } = reading.licence;
  const state = stateAt(reading.licence, now);
  return { state, licensee, agendas: state === 'valid' ? granted : [], notBefore, expires };
}

function stateAt({ notBefore, expires }: Licence, now: Date): LicenceState {
  if (now < notBefore) return 'not yet valid';
  return now < expires ? 'valid' : 'expired';
}
