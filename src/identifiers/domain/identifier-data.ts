import { AppError, type FieldProblem } from '../../shared/errors/app-error';
import { IdentifierStatus } from '../../shared/identifier';

/** A card as it is entered; whether a visit has it is not entered but comes from the visits. */
export interface IdentifierData {
  /** Upper-case hexadecimal without leading zeros. */
  readonly internalNr: string;
  readonly registrationNr: string;
  /** 0 to 5, the origin's values. */
  readonly technology: number;
  /** 3: visiting card. */
  readonly type: number;
  readonly lost: boolean;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
}

/** What a request says of a card. Null or undefined: nothing. */
export type IdentifierRequest = {
  readonly [Member in keyof Omit<IdentifierData, 'internalNr' | 'lost'>]?: IdentifierData[Member] | null;
} & {
  /** Free: found again or never lost. */
  readonly status?: IdentifierStatus | null;
};

/** A new card; what the request leaves out gets its default. */
export function newIdentifier(internalNr: string, request: IdentifierRequest): IdentifierData {
  return changedIdentifier(
    { internalNr, registrationNr: '', technology: 0, type: 3, lost: false, validFrom: null, validTo: null },
    request,
  );
}

/** Which ends of its time a card has no longer. */
export interface Cleared {
  readonly validFrom?: boolean;
  readonly validTo?: boolean;
}

/** The card as the request wants it; what it leaves out stays, unless it is taken away. */
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
 * Refuses what no card can be.
 * @param path of the card in the request, with the dot behind it
 * @throws AppError BadParameters with everything that is wrong
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
