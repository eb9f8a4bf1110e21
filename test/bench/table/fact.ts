/** One line of README's table: what was measured, and what came out. */
export interface Fact {
  figure: string;
  value: string;
}
