import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { type DocumentData, documentKey, type VisitorData, VisitorMatch } from '../../shared/visitor';
import { contradict } from '../domain/same-person';
import { foldedColumns } from './folded-visitor';
import { visitorData, VisitorRow } from './visitor.row';

/** A visitor, and the criterion that matched. */
export interface MatchedVisitor {
  readonly visitor: VisitorRow;
  readonly match: VisitorMatch;
}

/**
 * The visitor on file that matches a description without VisitorId: by document, else by e-mail address and name, else by
 * name and date of birth. An address alone does not match, because people share mailboxes. Visitors that contradict the
 * description are left out. If several remain, there is no match.
 */
export async function findMatch(
  manager: EntityManager,
  given: VisitorData,
): Promise<MatchedVisitor | undefined> {
  const byDocument = given.document && (await findByDocument(manager, given.document));
  if (byDocument) return { visitor: byDocument, match: VisitorMatch.Document };
  for (const { match, where } of criteriaOf(given)) {
    const named = await manager.findBy(VisitorRow, where);
    const [visitor, ...others] = named.filter(onFile => !contradict(given, visitorData(onFile)));
    if (visitor) return others.length === 0 ? { visitor, match } : undefined;
  }
  return undefined;
}

/** Earlier versions allowed two spellings of one document. If both exist, the exact spelling wins. */
export async function findByDocument(
  manager: EntityManager,
  document: DocumentData,
): Promise<VisitorRow | null> {
  const { number: docNumber, state: docState, type: docType } = document;
  const alike = await manager.findBy(VisitorRow, [
    { documentKey: documentKey(document) },
    { docNumber, docState, docType },
  ]);
  const spelt = alike.find(each => each.docNumber === docNumber && each.docState === docState);
  return spelt ?? alike[0] ?? null;
}

interface Criterion {
  readonly match: VisitorMatch;
  readonly where: FindOptionsWhere<VisitorRow>;
}

function criteriaOf(given: VisitorData): Criterion[] {
  const { foldedSurname, foldedName, foldedEmail } = foldedColumns({ ...given, docNumber: null });
  const named = { foldedSurname, foldedName };
  const { dateOfBirth } = given;
  const criteria: Criterion[] = [];
  if (foldedEmail !== '')
    criteria.push({ match: VisitorMatch.EmailAndName, where: { ...named, foldedEmail } });
  if (dateOfBirth !== null)
    criteria.push({ match: VisitorMatch.NameAndDateOfBirth, where: { ...named, dateOfBirth } });
  return criteria;
}
