/*
 * Phrases as a net of words. Notation: words stand one after the other, `[a]` may be absent, `(a|b)` is a choice, `*` after
 * either means any number of times, `<name>` stands for another list of phrases. Each Chinese sign is a word of its own, and `,` is whatever stands between
 * parts of a sentence: allowed between phrases, and within them only where it is written.
 */

/** A text as it can be read: for each word or sign in it the words of the net it may stand for. */
export type Readings = readonly (readonly string[])[];

interface Place {
  /** The word that leads on from here. */
  word: string | null;
  next: number[];
  /** A phrase is over here; `closes`: it says by itself that nothing is left to say. */
  ends: 'closes' | 'beside' | null;
}

interface Onward {
  byWord: Map<string, number[]>;
  ends: Set<'closes' | 'beside'>;
}

type Phrase =
  | { kind: 'word'; word: string }
  | { kind: 'row'; of: Phrase[] }
  | { kind: 'choice'; of: Phrase[] }
  | { kind: 'repeat' | 'option'; of: Phrase };

/** The reading of what separates parts of a sentence. */
export const BREAK = ',';
const SIGNS = /<[a-z-]+>|[a-z0-9]+|[()|*,]|\[|\]|\p{Script=Han}/gu;

/** Knows phrases and says whether a text consists of nothing else, in time that grows with the text's length alone. */
export class PhraseNet {
  readonly words = new Set<string>();
  private readonly places: Place[] = [];
  private readonly onward = new Map<number, Onward>();
  private readonly begin: number;
  /** Places that were looked at so far: what a text costs. */
  looks = 0;

  constructor(
    private readonly lists: Readonly<Record<string, string>>,
    closes: string,
    beside: string,
  ) {
    this.begin = this.place();
    this.placeAt(this.begin).next.push(this.lay({ kind: 'word', word: BREAK }, this.begin));
    this.addAll(closes, 'closes');
    this.addAll(beside, 'beside');
  }

  /** Whether phrases cover the whole text, one of them a closing one. */
  covers(text: Readings): boolean {
    // A place is reached once without and once with a closing phrase before it.
    let open = new Set([this.begin]);
    let closed = new Set<number>();
    for (const readings of text) {
      const fromOpen = this.follow(open, readings);
      const fromClosed = this.follow(closed, readings);
      open = fromOpen.reached;
      closed = fromClosed.reached;
      if (fromOpen.ended.has('beside')) open.add(this.begin);
      if (fromOpen.ended.has('closes') || fromClosed.ended.size > 0) closed.add(this.begin);
      if (open.size + closed.size === 0) return false;
    }
    // What can be read as mere greetings ("good morning") is not taken for a confirmation and something beside it ("good").
    return closed.has(this.begin) && !open.has(this.begin);
  }

  private follow(from: ReadonlySet<number>, readings: readonly string[]) {
    const reached = new Set<number>();
    const ended = new Set<'closes' | 'beside'>();
    this.looks += from.size * readings.length;
    for (const place of from) {
      const { byWord } = this.onwardFrom(place);
      for (const word of readings) for (const next of byWord.get(word) ?? []) reached.add(next);
    }
    for (const place of reached) for (const end of this.onwardFrom(place).ends) ended.add(end);
    return { reached, ended };
  }

  private onwardFrom(place: number): Onward {
    const known = this.onward.get(place);
    if (known !== undefined) return known;
    const found: Onward = { byWord: new Map(), ends: new Set() };
    const seen = new Set([place]);
    for (const at of seen) {
      const { word, next, ends } = this.places[at] ?? { word: null, next: [], ends: null };
      if (ends !== null) found.ends.add(ends);
      if (word === null) for (const other of next) seen.add(other);
      else found.byWord.set(word, [...(found.byWord.get(word) ?? []), ...next]);
    }
    this.onward.set(place, found);
    return found;
  }

  private addAll(phrases: string, ends: 'closes' | 'beside'): void {
    for (const line of phrases.split('\n').filter((text) => text.trim() !== '')) {
      const end = this.place();
      this.placeAt(end).ends = ends;
      this.placeAt(this.begin).next.push(this.lay(parsePhrase(line, this.lists), end));
    }
  }

  /** Lays out a phrase before a place and returns where it begins. */
  private lay(phrase: Phrase, end: number): number {
    if (phrase.kind === 'row') return phrase.of.reduceRight((next, part) => this.lay(part, next), end);
    const at = this.place();
    const here = this.placeAt(at);
    if (phrase.kind === 'word') {
      this.words.add(phrase.word);
      here.word = phrase.word;
      here.next.push(end);
    } else if (phrase.kind === 'choice') here.next.push(...phrase.of.map((part) => this.lay(part, end)));
    else here.next.push(end, this.lay(phrase.of, phrase.kind === 'repeat' ? at : end));
    return at;
  }

  private place(): number {
    return this.places.push({ word: null, next: [], ends: null }) - 1;
  }

  private placeAt(at: number): Place {
    const place = this.places[at];
    if (place === undefined) throw new Error(`No place ${at}`);
    return place;
  }
}

function parsePhrase(text: string, lists: Readonly<Record<string, string>>): Phrase {
  const signs = text.match(SIGNS) ?? [];
  let at = 0;
  const choice = (): Phrase => {
    const ways = [row()];
    while (signs[at] === '|') {
      at++;
      ways.push(row());
    }
    const [only] = ways;
    return only !== undefined && ways.length === 1 ? only : { kind: 'choice', of: ways };
  };
  const row = (): Phrase => {
    const of: Phrase[] = [];
    for (let sign = signs[at]; sign !== undefined && !')]|'.includes(sign); sign = signs[at])
      of.push(part(sign));
    return { kind: 'row', of };
  };
  const part = (sign: string): Phrase => {
    at++;
    if (sign === '(' || sign === '[') {
      const of = choice();
      at++;
      const repeats = signs[at] === '*';
      if (repeats) at++;
      if (repeats) return { kind: 'repeat', of };
      return sign === '[' ? { kind: 'option', of } : of;
    }
    const list = sign.startsWith('<') ? lists[sign.slice(1, -1)] : undefined;
    // A list of which nothing is known is a kind of sign, e.g. a name.
    return list === undefined ? { kind: 'word', word: sign } : parsePhrase(list.replaceAll('\n', ' '), lists);
  };
  return choice();
}
