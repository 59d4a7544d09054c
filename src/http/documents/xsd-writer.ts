import { escapeXml } from '../wire/xml-writer';

export type Lines = readonly string[];

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of the namespace of XML Schema; attributes that are undefined are left out. */
export function tag(name: string, attributes: Attributes, ...children: readonly Lines[]): Lines {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value)).replaceAll('"', '&quot;')}"`);
  const opening = `<xs:${name}${given.join('')}`;
  const inner = children.flat().map(line => `  ${line}`);
  return inner.length === 0 ? [`${opening}/>`] : [`${opening}>`, ...inner, `</xs:${name}>`];
}

export function documentation(...paragraphs: readonly string[]): Lines {
  const lines = paragraphs.map(text => [`<xs:documentation>${escapeXml(text)}</xs:documentation>`]);
  return tag('annotation', {}, ...lines);
}
