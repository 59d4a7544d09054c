import { type DocumentData, documentKey, type VisitorData } from '../../shared/visitor';

type Described = Pick<VisitorData, 'dateOfBirth' | 'document'>;

/**
 * Whether two descriptions under the same name cannot be of one person: they were born on different days, or have
 * different documents of the same kind of the same country. What one of them leaves out contradicts nothing.
 */
export function contradict(one: Described, other: Described): boolean {
  return bornApart(one.dateOfBirth, other.dateOfBirth) || documentsDiffer(one.document, other.document);
}

function bornApart(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function documentsDiffer(one: DocumentData | null, other: DocumentData | null): boolean {
  if (!one || !other) return false;
  const isSameKind = documentKey({ ...one, number: '' }) === documentKey({ ...other, number: '' });
  return isSameKind && documentKey(one) !== documentKey(other);
}
