import { priorityWord, type HistoryEntry, type StoryWords } from './ticket-story-words';

type Fact = HistoryEntry['facts'][number];

/** What an event did beside moving the ticket, in words. */
export function wordFact(fact: Fact, words: StoryWords): string {
  const { say } = words;
  switch (fact.type) {
    case 'reply':
    case 'note':
      return fact.text ?? '';
    case 'tag':
      return wordTags(fact, words);
    case 'route':
      return say('routed', { place: wordPlace(fact, words) });
    case 'escalate':
      if (fact.moved === false) return say('notMoved');
      return say('escalatedBySop', { team: words.teamOf(fact.team ?? ''), tier: fact.tier ?? '' });
    case 'set-priority':
      return say('priorityNow', { priority: priorityWord(fact.priority ?? '', words) });
    case 'pause-clock':
      return say('clockPaused');
    case 'resume-clock':
      return say('clockResumed');
    case 'sla':
      return say(fact.state === 'warned' ? 'slaWarned' : 'slaBreached', {
        step: words.titleOf(fact.step ?? ''),
      });
    case 'acted-in':
      return say('actedIn', { step: words.titleOf(fact.step ?? '') });
    case 'take-over':
      return wordTakeOver(fact, words);
    case 'on-behalf':
      return say(fact.ownCase === true ? 'onBehalfOwn' : 'onBehalf');
    case 'braked':
      return say('braked');
    case 'stored':
      // It stands at the fields that were filled in.
      return '';
  }
}

function wordTakeOver({ step, from }: Fact, { say, titleOf, nameOf }: StoryWords): string {
  const title = titleOf(step ?? '');
  if (!from) return say('asLead', { step: title });
  return say('asLeadFrom', { step: title, from: nameOf(from) ?? say('by_somebody') });
}

function listOf(items: string[], { lang }: StoryWords): string {
  return items.join(lang === 'en' ? ', ' : '、');
}

function wordTags({ add = [], remove = [] }: Fact, words: StoryWords): string {
  const parts = [
    ...(add.length > 0 ? [words.say('tagsAdded', { tags: listOf(add, words) })] : []),
    ...(remove.length > 0 ? [words.say('tagsRemoved', { tags: listOf(remove, words) })] : []),
  ];
  return parts.join(words.lang === 'en' ? '; ' : '；');
}

function wordPlace({ team, tier, skills }: Fact, words: StoryWords): string {
  const parts = [
    ...(team ? [words.teamOf(team)] : []),
    ...(typeof tier === 'number' ? [words.say('tier', { tier })] : []),
    ...(skills && skills.length > 0 ? [words.say('skills', { skills: listOf(skills, words) })] : []),
  ];
  return listOf(parts, words);
}
