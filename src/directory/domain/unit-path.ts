import { isLonger } from '../../shared/text';

const SEPARATOR = ' - ';
const MAX_PART = 200;
/** Creating a unit creates all missing units above it, so the depth is limited. */
const MAX_LEVELS = 32;

/** The rule of a path, for messages. */
export const UNIT_PATH_RULE =
  'must be a path of at most 32 levels such as Organization structure - Company ABC - Office 123';

/**
 * Whether a text is a path: at most 32 parts of 1 to 200 characters, without white space around them.
 */
export function isUnitPath(path: string): boolean {
  const parts = path.split(SEPARATOR);
  const isPart = (part: string) => part !== '' && part === part.trim() && !isLonger(part, MAX_PART);
  return parts.length <= MAX_LEVELS && parts.every(isPart) && path.isWellFormed() && !/\p{Cc}/u.test(path);
}

/** The paths of all units above, from the root down. */
export function unitsAbove(path: string): string[] {
  const parts = path.split(SEPARATOR);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join(SEPARATOR));
}

/** The path of the unit above; null at the root. */
export function parentOf(path: string): string | null {
  return unitsAbove(path).at(-1) ?? null;
}

/** The last part of a path, which is the default title of a unit. */
export function titleOf(path: string): string {
  return String(path.split(SEPARATOR).at(-1));
}
