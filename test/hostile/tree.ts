/** What is sent, before it is written as JSON or as XML. Members are pairs, so that one can be given twice. */
export type Tree =
  | { kind: 'text'; text: string }
  /** A number or a boolean, as it is written. */
  | { kind: 'word'; word: string }
  | { kind: 'null' }
  | { kind: 'object'; members: [name: string, value: Tree][] }
  | { kind: 'list'; item: string; items: Tree[] };

export const text = (value: string): Tree => ({ kind: 'text', text: value });
export const word = (value: string): Tree => ({ kind: 'word', word: value });

export function asJson(tree: Tree): string {
  switch (tree.kind) {
    case 'text':
      return JSON.stringify(tree.text);
    case 'word':
      return tree.word;
    case 'null':
      return 'null';
    case 'list':
      return `[${tree.items.map(asJson).join(',')}]`;
    case 'object':
      return `{${tree.members.map(([name, value]) => `${JSON.stringify(name)}:${asJson(value)}`).join(',')}}`;
  }
}

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

export function asXml(tree: Tree, name = 'Request'): string {
  if (tree.kind === 'null') return `<${name} ${XSI} xsi:nil="true"/>`;
  return `<${name}>${content(tree)}</${name}>`;
}

function content(tree: Exclude<Tree, { kind: 'null' }>): string {
  switch (tree.kind) {
    case 'text':
      return escaped(tree.text);
    case 'word':
      return tree.word;
    case 'list':
      return tree.items.map(item => asXml(item, tree.item)).join('');
    case 'object':
      return tree.members.map(([name, value]) => asXml(value, name)).join('');
  }
}

function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Every value of a tree with the way to put another in its place. */
export function* placesIn(tree: Tree): Generator<{ value: Tree; put: (other: Tree) => void; name: string }> {
  if (tree.kind === 'object') {
    for (const member of tree.members) {
      yield { value: member[1], put: other => (member[1] = other), name: member[0] };
      yield* placesIn(member[1]);
    }
  }
  if (tree.kind === 'list') {
    for (const [index, value] of tree.items.entries()) {
      yield { value, put: other => (tree.items[index] = other), name: tree.item };
      yield* placesIn(value);
    }
  }
}
