/** Repeatable random numbers: the same seed gives the same numbers (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  /** A whole number from 1 to `most`. */
  upTo(most: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % most) + 1;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.upTo(10) - 1).join('');
  }

  letter(): string {
    return String.fromCharCode(64 + this.upTo(26));
  }

  /** A version 4 UUID, as callers create them. */
  guid(): string {
    const hex = Array.from({ length: 4 }, () => this.upTo(0xffffffff).toString(16).padStart(8, '0')).join('');
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  }

  name(): string {
    return this.oneOf(names);
  }

  /** One of some two thousand names, distributed as in a telephone book. */
  surname(): string {
    if (this.upTo(50) === 1) return this.oneOf(['Novák', 'Nováková', 'Svoboda', 'Svobodová']);
    return this.oneOf(beginnings) + this.oneOf(middles) + this.oneOf(endings);
  }

  private oneOf(texts: readonly string[]): string {
    return texts[this.upTo(texts.length) - 1] ?? '';
  }
}

const words = (text: string) => text.split(' ');
const names = words(
  'Jana Petr Eva Karel Lucie Tomáš Anna Jiří Hana Martin Lenka Pavel Věra Ondřej Alena Šimon Zuzana Jakub Ema Bořek',
);
const beginnings = words('Bar Čer Dvo Fia Hor Jel Kou Krej Mar Něm Pro Poko Růž Sed Šim Tich Urb Ves Zá Žá');
const middles = words('a e ná ový ouš ek in ař ol ud');
const endings = words('ek ka ský ová ník áček ha il ič dl');
