import { type DocumentData, documentKey, type VisitorData } from '../../shared/visitor';

type Described = Pick<VisitorData, 'dateOfBirth' | 'document'>;

/**
 * Whether two descriptions with the same name cannot be of one person: their days of birth differ, or their documents of
 * the same kind and country. An omitted member contradicts nothing.
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
