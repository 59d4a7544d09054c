/** A closed list of values, declared once: what is read and refused, documented and generated comes from here. */
export interface Enumeration<V extends number | string = number | string> {
  /** What it is called in every document. */
  readonly name: string;
  /** What its values say. */
  readonly about: string;
  /** In ascending order; numbers without a gap. */
  readonly choices: readonly Choice<V>[];
}

export interface Choice<V extends number | string = number | string> {
  readonly name: string;
  readonly value: V;
  readonly meaning: string;
}

/** A list whose values have names of their own, and a meaning for each of them. */
export function enumeration<const Values extends Readonly<Record<string, number | string>>>(
  name: string,
  about: string,
  values: Values,
  meanings: Readonly<Record<keyof Values, string>>,
): Enumeration<Values[keyof Values]> {
  const names: (keyof Values & string)[] = Object.keys(values);
  return {
    name,
    about,
    choices: names.map(each => ({ name: each, value: values[each], meaning: meanings[each] })),
  };
}

/** A list of words, which are their own names. */
export function words<Word extends string>(
  name: string,
  about: string,
  meanings: Readonly<Record<Word, string>>,
): Enumeration<Word> {
  const all = Object.keys(meanings) as Word[];
  return { name, about, choices: all.map(value => ({ name: value, value, meaning: meanings[value] })) };
}

/** All of it in one text (CommonMark), for readers of documents that show the values alone. */
export function described({ about, choices }: Enumeration): string {
  const lines = choices.map(({ name, value, meaning }) => {
    const label = name === value ? name : `${value} (${name})`;
    return `- ${label}: ${meaning}`;
  });
  return [`${about}:\n`, ...lines].join('\n');
}
