/** What stays in a browser for whoever sits at it next: how the pages look, nothing that somebody typed or saw. */
const STAYS = ['stepwise.lang', 'stepwise.look', 'stepwise.agent.around'];

/** Texts that were typed and not sent: replies and forms, SOPs, walks. */
const TYPED = /^stepwise\.(?:draft|sop|walk)\./;

function stores(): Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    // Private windows may forbid it; then nothing was kept either.
    return [];
  }
}

/** With a sign-out goes what was kept of the person, in this tab; the others hear of the sign-out and do the same. */
export function forgetPerson(): void {
  for (const store of stores())
    for (const name of Object.keys(store))
      if (name.startsWith('stepwise.') && !STAYS.includes(name)) store.removeItem(name);
}

/** Is something typed here that a sign-out would lose? */
export function hasTyped(): boolean {
  return stores().some((store) => Object.keys(store).some((name) => TYPED.test(name)));
}
