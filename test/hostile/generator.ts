import { Chance } from '../../bench/chance';
import { actionsOf, type Document, type Documented, resolve, type Schema } from './document';
import { placesIn, text, type Tree, word } from './tree';
import { brokenBodies, jsonNumbers, jsonTexts, oddDates, oddNumbers, oddTexts } from './values';

/** Ids of rows that are there, by the member that names them. */
export type Known = Readonly<Record<string, readonly string[]>>;

export type Token = 'live' | 'none' | 'unknown' | 'malformed' | 'other';

export interface HostileRequest {
  readonly action: Documented;
  readonly token: Token;
  /** Members of the body, or of the query. */
  readonly tree: Tree & { kind: 'object' };
  /** A body that is no tree, to be sent as it stands. */
  readonly broken?: string;
  /** Whether JSON and XML can both say it, so that they have to be answered alike. */
  readonly isAlike: boolean;
  readonly withKey: boolean;
}

const tokens: readonly Token[] = ['none', 'unknown', 'malformed', 'other'];

/** Requests over every action of a document: valid ones, nearly valid ones and hostile ones. The same seed makes the same. */
export class Generator {
  private readonly chance: Chance;
  private readonly actions: readonly Documented[];
  /** How much of the request only JSON can say. */
  private jsonOnly = 0;
  /** What the members and items of the request were before anything was put in their place. */
  private kinds = new Map<string, Tree['kind']>();

  constructor(
    private readonly document: Document,
    seed: number,
    private readonly known: Known,
  ) {
    this.chance = new Chance(seed);
    this.actions = actionsOf(document);
  }

  next(): HostileRequest {
    const action = this.oneOf(this.actions);
    this.jsonOnly = 0;
    const tree = action.verb === 'POST' ? this.bodyOf(action) : this.queryOf(action);
    this.kinds = new Map([...placesIn(tree)].map(({ name, value }) => [name, value.kind]));
    const kind = this.chance.upTo(10);
    const changes = kind <= 4 ? 0 : kind <= 7 ? 1 : this.chance.upTo(6);
    for (let count = 0; count < changes; count += 1) this.change(tree);
    const isBroken = action.verb === 'POST' && this.isOneIn(25);
    return {
      action,
      token: this.isOneIn(8) ? this.oneOf(tokens) : 'live',
      tree,
      broken: isBroken ? this.oneOf(brokenBodies) : undefined,
      isAlike: this.jsonOnly === 0 && !isBroken,
      withKey: action.verb === 'POST' && this.isOneIn(20),
    };
  }

  private bodyOf({ operation }: Documented): Tree & { kind: 'object' } {
    const schema = operation.requestBody?.content['application/json']?.schema ?? {};
    const body = this.valueOf('', schema);
    if (body.kind !== 'object') throw new Error('a body is no object');
    return body;
  }

  private queryOf({ operation }: Documented): Tree & { kind: 'object' } {
    const members = (operation.parameters ?? [])
      .filter(({ in: place, name }) => place === 'query' && name !== 'Token')
      .filter(({ required = false }) => required || this.isOneIn(4))
      .map(({ name = '', schema = {} }): [string, Tree] => [name, this.valueOf(name, schema)]);
    return { kind: 'object', members };
  }

  private valueOf(name: string, given: Schema): Tree {
    const { schema } = resolve(this.document, given);
    const types = [schema.type].flat();
    if (schema.properties) return this.objectOf(schema);
    if (schema.enum) return this.choiceOf(schema.enum);
    if (types.includes('array')) return this.listOf(name, schema);
    if (types.includes('boolean')) return word(this.oneOf(['true', 'false']));
    if (types.includes('integer')) return word(String(this.integerOf(schema)));
    return text(this.textOf(name, schema));
  }

  private objectOf({ properties = {}, required = [] }: Schema): Tree {
    const members = Object.entries(properties)
      .filter(([name]) => required.includes(name) || this.isOneIn(3))
      .map(([name, schema]): [string, Tree] => [name, this.valueOf(name, schema)]);
    // What has no member, XML writes as it writes an empty text.
    if (members.length === 0) this.jsonOnly += 1;
    return { kind: 'object', members };
  }

  private listOf(name: string, { items = {}, maxItems = 3 }: Schema): Tree {
    const count = this.isOneIn(5) ? 0 : this.chance.upTo(Math.min(3, maxItems));
    if (count === 0) this.jsonOnly += 1;
    const values = Array.from({ length: count }, () => this.valueOf(name, items));
    return { kind: 'list', item: items.xml?.name ?? 'Item', items: values };
  }

  private choiceOf(values: readonly (string | number)[]): Tree {
    const value = this.oneOf(values);
    const isOutside = this.isOneIn(10);
    if (typeof value === 'number') return word(String(isOutside ? this.oneOf([-1, values.length]) : value));
    return text(isOutside ? `${value}x` : value);
  }

  private integerOf({ minimum = 0, maximum = 1 }: Schema): number {
    if (this.isOneIn(10)) return this.oneOf([minimum, maximum]);
    return minimum - 1 + this.chance.upTo(Math.min(maximum - minimum + 1, 20));
  }

  private textOf(name: string, { format, example, pattern, minLength = 0, maxLength = 20 }: Schema): string {
    const known = this.known[name];
    if (known && !this.isOneIn(4)) return this.oneOf(known);
    if (format === 'uuid')
      return this.isOneIn(4) ? `{${this.chance.guid().toUpperCase()}}` : this.chance.guid();
    if (format || pattern || this.isOneIn(2)) return typeof example === 'string' ? example : '';
    if (this.isOneIn(8)) return 'x'.repeat(this.oneOf([minLength, maxLength]));
    const odd = this.oneOf(oddTexts).slice(0, maxLength);
    return odd.length >= minLength ? odd : 'x'.repeat(minLength);
  }

  /** One thing that is wrong, or ignored, or fits by chance. */
  private change(tree: Tree & { kind: 'object' }): void {
    const places = [...placesIn(tree)];
    const objects = [tree, ...places.flatMap(({ value }) => (value.kind === 'object' ? [value] : []))];
    const { members } = this.oneOf(objects);
    const place = places.length > 0 ? this.oneOf(places) : undefined;
    switch (this.chance.upTo(6)) {
      case 1:
        members.splice(this.chance.upTo(members.length + 1) - 1, 1);
        if (members.length === 0) this.jsonOnly += 1;
        break;
      case 2:
        members.push([
          this.oneOf(['Unknown', 'constructor', 'toString', 'VisitID', 'x'.repeat(300)]),
          this.odd(),
        ]);
        // Names match in any case in JSON alone.
        if (members.at(-1)?.[0] === 'VisitID') this.jsonOnly += 1;
        break;
      case 3:
        if (members.length > 0) members.push(structuredClone(this.oneOf(members)));
        break;
      default:
        place?.put(this.odd(place.value, this.kinds.get(place.name)));
    }
  }

  private odd(was?: Tree, kind = was?.kind): Tree {
    switch (this.chance.upTo(8)) {
      case 1:
        return { kind: 'null' };
      case 2:
        return this.onlyJson(text(this.oneOf(jsonTexts)));
      case 3:
        return this.onlyJson(word(this.oneOf(jsonNumbers)));
      case 4:
        return text(this.oneOf(oddDates));
      case 5:
        // In XML an object with nothing but unknown members is an empty list as well.
        if (kind === 'list') this.jsonOnly += 1;
        return { kind: 'object', members: [['Unknown', text('x')]] };
      case 6:
        // In XML a list is an object, too, whose members are unknown where one is wanted.
        if (kind === 'list' || kind === 'object') this.jsonOnly += 1;
        return { kind: 'list', item: 'Item', items: [text('x'), text('y')] };
      case 7:
        // A number where a text is wanted is one in XML, which has nothing but texts.
        return was?.kind === 'word'
          ? word(this.oneOf(oddNumbers))
          : this.onlyJson(word(this.oneOf(oddNumbers)));
      default:
        return this.oddText(kind);
    }
  }

  private oddText(kind: Tree['kind'] | undefined): Tree {
    const value = this.oneOf(oddTexts);
    // An empty element is an empty text, an empty list and an object without members.
    if (value.trim() === '' && kind !== 'text') this.jsonOnly += 1;
    return text(value);
  }

  private onlyJson(tree: Tree): Tree {
    this.jsonOnly += 1;
    return tree;
  }

  private isOneIn(count: number): boolean {
    return this.chance.upTo(count) === 1;
  }

  private oneOf<T>(values: readonly T[]): T {
    return values[this.chance.upTo(values.length) - 1] as T;
  }
}
