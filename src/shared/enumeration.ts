/** A closed list of values. Validation, documents and generated code all come from this one declaration. */
export interface Enumeration<V extends number | string = number | string> {
  /** The name in the OpenAPI document, the XML schema and the client. */
  readonly name: string;
  /** What the values describe. */
  readonly about: string;
  /** In ascending order; numbers without a gap. */
  readonly choices: readonly Choice<V>[];
}

interface Choice<V extends number | string = number | string> {
  readonly name: string;
  readonly value: V;
  readonly meaning: string;
}

/** An enumeration of named values with a meaning for each. */
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

/** An enumeration of words: each value is also its name. */
export function words<Word extends string>(
  name: string,
  about: string,
  meanings: Readonly<Record<Word, string>>,
): Enumeration<Word> {
  const all = Object.keys(meanings) as Word[];
  return { name, about, choices: all.map(value => ({ name: value, value, meaning: meanings[value] })) };
}

/** The enumeration as one CommonMark text, for documents that would show the bare values only. */
export function described({ about, choices }: Enumeration): string {
  const lines = choices.map(({ name, value, meaning }) => {
    const label = name === value ? name : `${value} (${name})`;
    return `- ${label}: ${meaning}`;
  });
  return [`${about}:\n`, ...lines].join('\n');
}
