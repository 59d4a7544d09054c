import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { type DocumentData, documentKey, type VisitorData, VisitorMatch } from '../../shared/visitor';
import { contradict } from '../domain/same-person';
import { foldedColumns } from './folded-visitor';
import { visitorData, VisitorRow } from './visitor.row';

/** A visitor, and why it is this one. */
export interface MatchedVisitor {
  readonly visitor: VisitorRow;
  readonly match: VisitorMatch;
}

/**
 * The visitor on file whom a description without VisitorId means: the one of the document, else the only one of the
 * e-mail address and name, else the only one of the name and date of birth. An address alone names nobody: people
 * share mailboxes. Where several fit, or what fits contradicts the description otherwise, nobody is meant.
 */
export async function findMatch(
  manager: EntityManager,
  given: VisitorData,
): Promise<MatchedVisitor | undefined> {
  const byDocument = given.document && (await findByDocument(manager, given.document));
  if (byDocument) return { visitor: byDocument, match: VisitorMatch.Document };
  for (const { match, where } of waysToMatch(given)) {
    const named = await manager.findBy(VisitorRow, where);
    const [visitor, ...others] = named.filter(onFile => !contradict(given, visitorData(onFile)));
    if (visitor) return others.length === 0 ? { visitor, match } : undefined;
  }
  return undefined;
}

/** Of two that an earlier version told apart by their spelling, the one that is spelt like this. */
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

interface Way {
  readonly match: VisitorMatch;
  readonly where: FindOptionsWhere<VisitorRow>;
}

function waysToMatch(given: VisitorData): Way[] {
  const { foldedSurname, foldedName, foldedEmail } = foldedColumns({ ...given, docNumber: null });
  const named = { foldedSurname, foldedName };
  const { dateOfBirth } = given;
  const ways: Way[] = [];
  if (foldedEmail !== '') ways.push({ match: VisitorMatch.EmailAndName, where: { ...named, foldedEmail } });
  if (dateOfBirth !== null)
    ways.push({ match: VisitorMatch.NameAndDateOfBirth, where: { ...named, dateOfBirth } });
  return ways;
}
