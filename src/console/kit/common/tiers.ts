/** The tiers there are to choose from, and the chosen one where it lies above them. */
export function tiersUpTo(highest: number, chosen?: number): number[] {
  const tiers = Array.from({ length: highest }, (_, index) => index + 1);
  return chosen === undefined || chosen <= highest ? tiers : [...tiers, chosen];
}
