/**
 * Chance that is the same on every machine and every run. Each use has its own key, so that a change in one place
 * (one more work, one more draw) leaves what was drawn elsewhere as it was.
 */
export class Chance {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(...key: readonly (string | number)[]) {
    // FNV-1a under three offsets spreads the key over the generator's state.
    const hash = (offset: number): number => {
      let h = offset;
      for (const char of key.join('/')) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 16777619);
      return h | 0;
    };
    this.a = hash(0x811c9dc5);
    this.b = hash(0x01000193);
    this.c = hash(0x9e3779b9);
    for (let i = 0; i < 15; i++) this.next();
  }

  /** From 0 to below 1 (sfc32). */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.whole(0, values.length - 1)];
  }

  /** A draw from the standard normal distribution (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }
}
