/** Chance that can be had again: the same seed throws the same. */
export class Dice {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** Dice of their own for somebody, so that what one throws does not depend on when others do. */
  for(name: string): Dice {
    let hash = this.state ^ 0x9e37_79b9
    for (const character of name) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x0100_0193)
    }
    return new Dice(hash)
  }

  /** From 0 on, less than 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b_79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** True so often: 0 never, 1 always. */
  chance(share: number): boolean {
    return this.next() < share
  }

  /** @throws Error when there is none */
  pick<T>(among: readonly T[]): T {
    const [picked] = among.slice(this.between(0, among.length - 1))
    if (picked === undefined) {
      throw new Error("There is nothing to pick from.")
    }
    return picked
  }

  shuffle<T>(cards: readonly T[]): T[] {
    return cards.map((card) => ({ card, place: this.next() })).sort((a, b) => a.place - b.place).map(({ card }) => card)
  }
}
