import { AppError, type FieldProblem } from '../../shared/errors/app-error';
import { IdentifierStatus } from '../../shared/identifier';

/** The data of a card, without its assignment, which comes from the visits. */
export interface IdentifierData {
  /** Upper-case hexadecimal without leading zeros. */
  readonly internalNr: string;
  readonly registrationNr: string;
  /** 0 to 5, as in the contract. */
  readonly technology: number;
  /** 3: visiting card. */
  readonly type: number;
  readonly lost: boolean;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
}

/** A card as described by a request. Null or undefined: not given. */
export type IdentifierRequest = {
  readonly [Member in keyof Omit<IdentifierData, 'internalNr' | 'lost'>]?: IdentifierData[Member] | null;
} & {
  /** Free: found again or never lost. */
  readonly status?: IdentifierStatus | null;
};

/** A new card. Omitted members get their defaults. */
export function newIdentifier(internalNr: string, request: IdentifierRequest): IdentifierData {
  return changedIdentifier(
    { internalNr, registrationNr: '', technology: 0, type: 3, lost: false, validFrom: null, validTo: null },
    request,
  );
}

/** The limits of validity to remove. */
export interface Cleared {
  readonly validFrom?: boolean;
  readonly validTo?: boolean;
}

/** The changed card. Omitted members stay unchanged unless cleared. */
export function changedIdentifier(
  stored: IdentifierData,
  request: IdentifierRequest,
  cleared: Cleared = {},
): IdentifierData {
  const { status } = request;
  return {
    internalNr: stored.internalNr,
    registrationNr: request.registrationNr ?? stored.registrationNr,
    technology: request.technology ?? stored.technology,
    type: request.type ?? stored.type,
    lost: typeof status === 'number' ? status === IdentifierStatus.Lost : stored.lost,
    validFrom: request.validFrom ?? (cleared.validFrom ? null : stored.validFrom),
    validTo: request.validTo ?? (cleared.validTo ? null : stored.validTo),
  };
}

/**
 * Validates a card.
 * @param path path of the card in the request, with a trailing dot
 * @throws AppError BadParameters with all problems
 */
export function refuseFaulty(
  { status, validFrom, validTo }: Pick<IdentifierRequest, 'status' | 'validFrom' | 'validTo'>,
  path: string,
): void {
  const problems: FieldProblem[] = [];
  if (status === IdentifierStatus.Assigned)
    problems.push({ field: `${path}Status`, problem: 'must be 0 or 2: a visit is what assigns a card' });
  if (validFrom && validTo && validFrom > validTo)
    problems.push({ field: `${path}ValidTo`, problem: 'must not be before ValidFrom' });
  if (problems.length > 0) throw AppError.badParameters(problems);
}
