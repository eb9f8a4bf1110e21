import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawWeighted, hashText } from './draw.js';

/**
 * One stream of chance. Every ticket and every agent of the demo world has its own, named by what it is for,
 * so that what one of them draws never changes what another one gets.
 */
export class Chance {
  private readonly source: ReturnType<typeof xoroshiro128plus>;

  constructor(seed: number, name: string) {
    this.source = xoroshiro128plus(hashText(`${String(seed)}\u0000${name}`));
  }

  /** In [0, 1). */
  unit(): number {
    return uniformFloat64(this.source);
  }

  /** True in the share `p` of cases. */
  happens(p: number): boolean {
    return this.unit() < p;
  }

  /** In [from, to). */
  between(from: number, to: number): number {
    return from + this.unit() * (to - from);
  }

  /** A whole number in [from, to]. */
  int(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  /** Throws on an empty list. */
  pick<T>(options: readonly T[]): T {
    return this.weighted(options.map((option) => [option, 1] as const));
  }

  /** One option by its weight. Throws on an empty list. */
  weighted<T>(options: readonly (readonly [T, number])[]): T {
    return drawWeighted(this.unit(), options);
  }

  /** Log-normal: half of the draws are below `median`; a `spread` of 1 puts one in six above 2.7 times the median. */
  around(median: number, spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit()));
    return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * this.unit()));
  }
}
