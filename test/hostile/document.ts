/** As much of an OpenAPI document as requests are made from and answers are judged by. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  type?: string | string[];
  format?: string;
  pattern?: string;
  example?: unknown;
  enum?: (string | number)[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  xml?: { name?: string };
}

interface Media {
  schema: Schema;
  /** Of a refusal, by its name. */
  examples?: Record<string, { value: { Code: number | null } }>;
}

interface Operation {
  parameters?: { in?: string; name?: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

export interface Document {
  paths: Record<string, Partial<Record<'get' | 'post', Operation>>>;
  components: { schemas: Record<string, Schema> };
}

/** One action of the document. */
export interface Documented {
  readonly path: string;
  readonly verb: 'GET' | 'POST';
  readonly operation: Operation;
}

export function actionsOf({ paths }: Document): Documented[] {
  return Object.entries(paths).flatMap(([path, { get, post }]) => [
    ...(get ? [{ path: path.slice(1), verb: 'GET' as const, operation: get }] : []),
    ...(post ? [{ path: path.slice(1), verb: 'POST' as const, operation: post }] : []),
  ]);
}

/** A schema with what it refers to, and whether null is one of its values. */
export function resolve(document: Document, schema: Schema): { schema: Schema; nullable: boolean } {
  const nullable =
    [schema.type].flat().includes('null') || (schema.anyOf ?? []).some(({ type }) => type === 'null');
  const inner = schema.$ref
    ? schema
    : (schema.allOf?.[0] ?? schema.anyOf?.find(({ type }) => type !== 'null'));
  if (!inner) return { schema, nullable };
  const name = inner.$ref?.split('/').at(-1) ?? '';
  const named = document.components.schemas[name];
  if (!named) throw new Error(`the document has no schema ${name}`);
  return { schema: named, nullable };
}
