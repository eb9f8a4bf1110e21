/** A part of the check was broken off because it had used up its steps. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/**
 * What a part of the check may cost, in steps that are counted and not timed: the same text is judged the same on every
 * computer, however busy it is.
 */
export class Budget {
  private spent = 0;

  constructor(readonly most: number) {}

  get used(): number {
    return this.spent;
  }

  /** Throws `BudgetSpent` when nothing is left. */
  spend(steps: number): void {
    this.spent += steps;
    if (this.spent > this.most) throw new BudgetSpent();
  }
}
