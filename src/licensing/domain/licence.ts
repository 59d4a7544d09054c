import { type Agenda, agendas } from '../../shared/agenda';

/** A licence with a verified signature. */
export interface Licence {
  readonly id: string;
  readonly licensee: string;
  readonly agendas: readonly Agenda[];
  /** Valid from this instant on. */
  readonly notBefore: Date;
  /** Valid until this instant, exclusive. */
  readonly expires: Date;
  readonly issuedAt: Date;
}

/** The result of reading the licence. `community`: none is configured and none is needed. */
export type LicenceReading =
  | { readonly kind: 'community' }
  | { readonly kind: 'signed'; readonly licence: Licence }
  | { readonly kind: 'forged' | 'unreadable'; readonly problem: string };

type LicenceState = 'community' | 'valid' | 'not yet valid' | 'expired' | 'forged' | 'unreadable';

export interface LicenceStatus {
  readonly state: LicenceState;
  readonly licensee?: string;
  /** The agendas licensed now; empty unless the state is `community` or `valid`. */
  readonly agendas: readonly Agenda[];
  readonly notBefore?: Date;
  readonly expires?: Date;
  /** For `forged` and `unreadable`: the reason, for the operator. */
  readonly problem?: string;
}

/** The status of a licence at an instant. Anything but a valid licence licenses nothing. */
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
