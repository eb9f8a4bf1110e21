import type { Guide, GuideStep } from './ticket-cache';

/** An act on one of the steps in which a ticket is. */
export type StepAct = 'transfer' | 'handBack' | 'release' | 'takeOver';

/** What can be done with a ticket beside the ways out of its steps, in the order in which it is offered. */
export type TicketAct = StepAct | 'reopen' | 'prioritise' | 'merge' | 'cancel';

/** The steps in which the act can be meant by this person. More than one: they are asked which. */
export function stepsFor(act: StepAct, steps: readonly GuideStep[], myId: string): GuideStep[] {
  const human = steps.filter(({ kind }) => kind === 'human');
  const held = human.filter(({ holder }) => holder === myId);
  switch (act) {
    case 'release':
      return held;
    case 'handBack':
      return human.filter(({ cameFrom, mayAct }) => cameFrom !== null && mayAct);
    case 'takeOver':
      return human.filter(({ mayTake, holder }) => mayTake && holder !== null && holder !== myId);
    case 'transfer':
      // Who holds nothing transfers as a lead, and a lead may act wherever they lead.
      if (held.length === 0) return human.filter(({ mayAct }) => mayAct);
      return human.filter(({ holder, takesOver }) => holder === myId || takesOver);
  }
}

/** What the server opens to this person; taking over stands with the steps, undoing where the ticket says its end. */
export function actsOf({ acts, steps }: Pick<Guide, 'acts' | 'steps'>, myId: string): TicketAct[] {
  const open = acts.flatMap((act): TicketAct[] => {
    switch (act) {
      case 'hand-back':
        return ['handBack'];
      case 'priority':
        return ['prioritise'];
      case 'message':
      case 'undo':
        return [];
      case 'transfer':
      case 'release':
      case 'reopen':
      case 'merge':
      case 'cancel':
        return [act];
    }
  });
  const all: TicketAct[] = stepsFor('takeOver', steps, myId).length > 0 ? [...open, 'takeOver'] : open;
  return ORDER.filter((act) => all.includes(act));
}

const ORDER: readonly TicketAct[] = [
  'handBack',
  'transfer',
  'release',
  'takeOver',
  'reopen',
  'prioritise',
  'merge',
  'cancel',
];

/** The step that is meant: the one that was chosen, or the only one there is; null: it has to be asked. */
export function stepMeant(candidates: readonly GuideStep[], chosen: string): GuideStep | null {
  if (candidates.length === 1) return candidates[0] ?? null;
  return candidates.find(({ step }) => step === chosen) ?? null;
}
