import { validateXML } from 'xmllint-wasm';

/** What libxml2 finds wrong with documents under a schema; nothing where all are valid. */
export async function problemsUnder(schema: string, documents: readonly string[]): Promise<string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { valid, errors } = await validateXML({
    xml,
    schema: [{ fileName: 'schema.xsd', contents: schema }],
  });
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage);
}
