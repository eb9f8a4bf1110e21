import type { Actor } from '../engine/common/model.js';
import { say, type Text } from '../engine/common/text.js';
import type { Command, OpenVisit, Ticket } from '../tickets/model/model.js';
import type { Todo } from './agenda.js';
import { fillCaseForm } from './case-form.js';
import { chooseAction } from './choose-action.js';
import { ANSWERS, COMEBACKS, GREETINGS, NUDGES, THANKS, UPDATES } from './customer-texts.js';
import { reachFor, type Refused } from './door.js';
import { whenAwake } from './rhythm.js';
import type { Scene } from './scene.js';
import type { Colleague } from './staff.js';
import { openingOf } from './stories.js';

const MINUTE = 60_000;
const CLOCK: Actor = { kind: 'system', id: 'timer' };

type Answer = Promise<Ticket | Refused | null>;
interface Live extends Scene {
  readonly ticket: Ticket;
}

/** Does one thing in the case; null when it no longer makes sense, or the slug of what refused it. */
export async function performAct(scene: Scene, todo: Todo, now: number): Answer {
  if (todo.act === 'open') return beginCase(scene, now);
  if (!isLive(scene)) return null;
  const { ticket, stage } = scene;
  switch (todo.act) {
    case 'call':
      return ticket.state.calls[todo.id] === todo.seq
        ? stage.door.call(ticket.id, todo.seq, todo.id, now)
        : null;
    case 'timer':
      return stage.door.apply(ticket.id, { type: 'timer', id: todo.id, seq: todo.seq }, CLOCK, now);
    case 'claim':
      return takeVisit(scene, todo.visitNo, todo.person, now);
    case 'write':
      return writeToCustomer(scene, todo.visitNo, todo.person, now);
    case 'decide':
      return decideVisit(scene, todo.visitNo, todo.person, now);
    case 'answer':
      return answerAsCustomer(scene, todo.visitNo, now);
    case 'outside':
      return actFromOutside(scene, todo.visitNo, now);
    case 'nudge':
      return nudge(scene, todo.nth, now);
    case 'thanks':
      return ticket.status === 'resolved' ? sayAsCustomer(scene, THANKS, now) : null;
    case 'comeback':
      return ticket.status === 'resolved' ? sayAsCustomer(scene, COMEBACKS, now) : null;
    case 'cancel':
      return cancelCase(scene, now);
  }
}

const isLive = (scene: Scene): scene is Live => scene.ticket !== null;
const isHeld = (ticket: Ticket): boolean => ticket.openVisits.some((v) => v.holder !== null);
const customerOf = ({ story }: Scene): Actor => ({
  kind: 'customer',
  id: story.customer.id,
  name: story.customer.name,
});

async function beginCase(scene: Scene, now: number): Promise<Ticket> {
  const { story, chance, stage } = scene;
  const { customer } = story;
  // Some customers mistype their order number.
  const mistaken = chance.happens(0.02);
  scene.data ??= fillCaseForm(scene, await stage.door.intakeForm(story.sop), now, {
    optional: 0.35,
    mistaken,
  });
  const reason = typeof scene.data['reason'] === 'string' ? scene.data['reason'] : null;
  const command = {
    sop: story.sop,
    ...openingOf(story, reason, chance),
    channel: story.channel,
    customer: { id: customer.id, name: customer.name, tier: customer.tier },
    data: scene.data,
    lang: customer.lang,
  };
  return stage.door.open(command, customerOf(scene), now);
}

function takeVisit(scene: Live, visitNo: number, person: Colleague, now: number): Answer | null {
  const visit = scene.ticket.openVisits.find((v) => v.no === visitNo);
  if (visit?.kind !== 'human' || visit.holder !== null) return null;
  const command: Command = { type: 'claim', visitNo, userId: person.id, leaseMs: scene.stage.leaseMs };
  return scene.stage.door.act(scene.ticket.id, command, person, now, { team: visit.team, goesOn: false });
}

async function writeToCustomer(scene: Live, visitNo: number, person: Colleague, now: number): Answer {
  const { ticket, chance, stage } = scene;
  const visit = ticket.openVisits.find((v) => v.no === visitNo);
  if (visit?.holder !== person.id) return null;
  const steps = await stage.door.guide(ticket, person, now);
  const replies = steps.find((s) => s.step === visit.step)?.replies ?? [];
  const own = ticket.repliedAt === null ? GREETINGS : UPDATES;
  const prepared = replies.length > 0 && chance.happens(0.6);
  const text: Text = prepared ? chance.pick(replies).text : chance.pick(own);
  const command: Command = { type: 'message', from: 'agent', body: text[ticket.lang], internal: false };
  return stage.door.act(ticket.id, command, person, now, { team: visit.team, goesOn: true });
}

/** What people of the demo write where a reason is asked for. */
const WHY = {
  pause: { en: 'Taking a break', 'zh-CN': '暂时离席' },
  colleague: { en: 'My colleague knows this case', 'zh-CN': '同事更了解这张工单' },
  cancelled: { en: 'The customer has changed their mind', 'zh-CN': '买家改变主意，不再需要处理' },
} satisfies Record<string, Text>;

/** The end of a person's work on a visit: nearly always a way out; now and then a break, or a colleague who knows more. */
async function decideVisit(scene: Live, visitNo: number, person: Colleague, now: number): Answer {
  const { ticket, chance, stage } = scene;
  const visit = ticket.openVisits.find((v) => v.no === visitNo);
  if (visit?.holder !== person.id) return null;
  const place = { team: visit.team, goesOn: false };
  const { step } = visit;
  if (chance.happens(0.008)) {
    const command: Command = { type: 'release', userId: person.id, reason: WHY.pause[ticket.lang], step };
    return stage.door.act(ticket.id, command, person, now, place);
  }
  const other = chance.happens(0.01) ? stage.staff.onDuty(visit.team, visit.tier, now, chance) : null;
  if (other !== null && other.id !== person.id) {
    const { leaseMs } = stage;
    const command: Command = {
      type: 'transfer',
      to: { person: reachFor(other, leaseMs) },
      reason: WHY.colleague[ticket.lang],
      step,
      leaseMs,
    };
    return stage.door.act(ticket.id, command, person, now, place);
  }
  return takeWayOut(scene, visit, person, now, true);
}

/** Chooses among the open ways out of the visit's step, fills in the form, goes. */
async function takeWayOut(
  scene: Live,
  visit: OpenVisit,
  person: Colleague,
  now: number,
  goesOn = false,
): Answer {
  const { ticket, chance, stage, taken } = scene;
  const steps = await stage.door.guide(ticket, person, now);
  const actions = (steps.find((s) => s.step === visit.step)?.actions ?? []).filter(
    (a) => visit.kind === 'human' || a.event !== 'ESCALATE',
  );
  const action = chooseAction(actions, taken, chance);
  if (action === null) return { refused: `no-way-out ${ticket.sopId} ${visit.step}` };
  taken.set(action.event, (taken.get(action.event) ?? 0) + 1);
  // An escalation without a wish goes one tier up, as most do.
  const optional = action.event === 'ESCALATE' ? 0 : 0.6;
  const data = action.form === undefined ? undefined : fillCaseForm(scene, action.form, now, { optional });
  const { step } = visit;
  const command: Command = {
    type: 'event',
    event: action.event,
    step,
    ...(data === undefined ? {} : { data }),
  };
  return stage.door.act(ticket.id, command, person, now, { team: visit.team, goesOn });
}

/** The customer does what they were asked for, and says so: in writing, or on the phone when it is only a yes. */
async function answerAsCustomer(scene: Live, visitNo: number, now: number): Answer {
  const { ticket, chance, stage } = scene;
  const visit = ticket.openVisits.find((v) => v.no === visitNo);
  if (visit === undefined) return null;
  const person = chance.happens(0.6) ? stage.staff.onDuty(visit.team, visit.tier, now, chance) : null;
  if (person !== null) {
    const steps = await stage.door.guide(ticket, person, now);
    const yes = steps.find((s) => s.step === visit.step)?.actions.find((a) => a.event === 'ACCEPT');
    if (yes?.enabled === true && yes.form === undefined)
      return stage.door.act(ticket.id, { type: 'event', event: 'ACCEPT', step: visit.step }, person, now, {
        team: visit.team,
        goesOn: false,
      });
  }
  // Where the SOP does not take the message itself, somebody reads it and does what it says.
  const read = Math.floor(now + chance.around(14, 0.7) * MINUTE);
  scene.plan({ act: 'outside', at: stage.staff.nextOnDuty(visit.team, read), visitNo });
  return sayAsCustomer(scene, ANSWERS, now);
}

/** Somebody notes what happened outside: the parcel came, the customer agreed on the phone. */
function actFromOutside(scene: Live, visitNo: number, now: number): Answer | null {
  const { ticket, chance, stage } = scene;
  const visit = ticket.openVisits.find((v) => v.no === visitNo);
  if (visit === undefined || visit.holder !== null) return null;
  const { team, tier } = visit;
  const person = stage.staff.onDuty(team, tier, now, chance);
  if (person !== null) return takeWayOut(scene, visit, person, now);
  scene.plan({ act: 'outside', at: stage.staff.nextOnDuty(team, now + 30 * MINUTE), visitNo });
  return null;
}

function nudge(scene: Live, nth: number, now: number): Answer | null {
  const { chance, story, ticket } = scene;
  if (ticket.status !== 'open') return null;
  // Each time it takes three times as long until they write again.
  const next = now + story.patience * 3 ** nth * MINUTE;
  if (nth < 3) scene.plan({ act: 'nudge', nth: nth + 1, at: whenAwake(chance, Math.floor(next)) });
  return sayAsCustomer(scene, NUDGES, now);
}

function sayAsCustomer(scene: Live, texts: readonly Text[], now: number): Answer {
  const body = say(scene.chance.pick(texts), scene.story.customer.lang);
  const command: Command = { type: 'message', from: 'customer', body, internal: false };
  return scene.stage.door.apply(scene.ticket.id, command, customerOf(scene), now);
}

function cancelCase(scene: Live, now: number): Answer | null {
  const { ticket, stage, chance } = scene;
  const lead = stage.staff.onDuty('after-sales', 3, now, chance);
  if (lead === null || ticket.status !== 'open' || isHeld(ticket)) return null;
  const command: Command = { type: 'cancel', reason: WHY.cancelled[ticket.lang] };
  return stage.door.act(ticket.id, command, lead, now, { team: ticket.team, goesOn: false });
}
