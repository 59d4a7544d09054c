import { validateXML } from 'xmllint-wasm';

/** Validates documents against a schema with libxml2; returns nothing if all are valid. */
export async function problemsUnder(schema: string, documents: readonly string[]): Promise<string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { valid, errors } = await validateXML({
    xml,
    schema: [{ fileName: 'schema.xsd', contents: schema }],
  });
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage);
}
