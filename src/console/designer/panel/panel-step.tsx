import { Select } from 'antd';
import { useTexts } from '../../i18n/texts';
import { useSkillName } from '../../kit/common/skill-names';
import { useTeamName } from '../../kit/common/team-names';
import { tiersUpTo } from '../../kit/common/tiers';
import { AutomationList } from './panel-automation';
import { ChoiceField, Field, TextPair, WordField } from './panel-fields';
import { StepId } from './panel-step-id';
import { usePanelRoom, useValue } from './panel-room';
import { ItemList } from './panel-words';
import { valueAt } from '../yaml/edit-value';
import { tiersAt } from '../yaml/tiers';
import { panelTexts } from './texts-panel';
import type { YamlPath } from '../yaml/yaml-text';
import styles from './parts.module.css';

const KINDS = ['human', 'automatic', 'waits-for-customer', 'waits-for-others'] as const;
const CLOCKS = ['business', 'calendar'] as const;

/** What a step is called, who works on it, what they are told, and how long it may take. */
export function StepTab() {
  const say = useTexts(panelTexts);
  const { path, value } = usePanelRoom();
  const meta = [...path, 'meta'];
  const state = valueAt(value, path);
  const isFinal = valueAt(state, ['type']) === 'final';
  const isGroup = valueAt(state, ['states']) !== undefined;
  if (valueAt(state, ['type']) === 'history') return <StepId />;
  if (isFinal) {
    return (
      <div className={styles.fields}>
        <p className={styles.help}>{say('noEnds')}</p>
        <TextPair label={say('title')} path={[...meta, 'title']} isOptional />
        <WordField label={say('outcome')} path={[...meta, 'outcome']} isCode />
        <StepId />
        <AutomationList />
      </div>
    );
  }
  return (
    <div className={styles.fields}>
      <TextPair label={say('title')} path={[...meta, 'title']} isOptional={isGroup} />
      {!isGroup && (
        <>
          <ChoiceField
            label={say('kind')}
            path={[...meta, 'kind']}
            options={KINDS.map((kind) => ({ value: kind, label: say(kind) }))}
            none="–"
          />
          <TextPair label={say('instructions')} path={[...meta, 'instructions']} isLong isOptional />
          <ItemList list="checklist" />
        </>
      )}
      <WhoFields meta={meta} none={say('inherited')} />
      {!isGroup && <StepLimit sla={[...meta, 'sla']} />}
      <AutomationList />
      <StepId />
    </div>
  );
}

function StepLimit({ sla }: { sla: YamlPath }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const { value } = useValue(sla);
  if (value === undefined) {
    const add = { within: 'PT4H', clock: 'business' };
    return (
      <button
        type="button"
        className={styles.add}
        data-testid="panel-add"
        onClick={() => edit([{ act: 'set', path: sla, value: add }])}
      >
        + {say('sla')}
      </button>
    );
  }
  return (
    <section className={styles.group} aria-label={say('sla')}>
      <h3>
        {say('sla')}
        <button
          type="button"
          className={styles.remove}
          aria-label={say('removeNamed', { name: say('sla') })}
          onClick={() => edit([{ act: 'remove', path: sla, keep: sla.length }])}
        >
          {say('remove')}
        </button>
      </h3>
      <div className={styles.row}>
        <WordField label={say('within')} path={[...sla, 'within']} isCode />
        <WordField label={say('warnAfter')} path={[...sla, 'warnAfter']} isCode />
        <Clock path={[...sla, 'clock']} />
      </div>
      <span className={styles.help}>{say('durationHelp')}</span>
    </section>
  );
}

function Clock({ path }: { path: YamlPath }) {
  const say = useTexts(panelTexts);
  const options = CLOCKS.map((clock) => ({ value: clock, label: say(clock) }));
  return <ChoiceField label={say('clock')} path={path} options={options} />;
}

function WhoFields({ meta, none }: { meta: YamlPath; none?: string }) {
  const say = useTexts(panelTexts);
  const { knowledge, value } = usePanelRoom();
  const tier = valueAt(value, [...meta, 'tier']);
  const highest = tiersAt(value, meta, knowledge?.tiers ?? {});
  const skills = useValue([...meta, 'skills']);
  const nameOfTeam = useTeamName();
  const nameOfSkill = useSkillName();
  const teams = knowledge?.teams ?? [];
  return (
    <section className={styles.row} aria-label={say('team')}>
      <ChoiceField
        label={say('team')}
        path={[...meta, 'team']}
        options={teams.map((team) => ({ value: team, label: nameOfTeam(team) }))}
        none={none}
      />
      <ChoiceField
        label={say('tier')}
        path={[...meta, 'tier']}
        isNumber
        options={tiersUpTo(highest, typeof tier === 'number' ? tier : undefined).map((one) => ({
          value: String(one),
          label: wordTier(one, highest, say),
        }))}
        none={none ?? '–'}
      />
      <Field label={say('skills')}>
        <Select
          mode="tags"
          aria-label={say('skills')}
          value={Array.isArray(skills.value) ? skills.value.map(String) : []}
          placeholder={none}
          options={(knowledge?.skills ?? []).map((skill) => ({ value: skill, label: nameOfSkill(skill) }))}
          optionFilterProp="label"
          onChange={(next: string[]) => (next.length === 0 ? skills.clear() : skills.set(next))}
        />
      </Field>
    </section>
  );
}

/** A tier with where it lies among those of the team. */
function wordTier(
  tier: number,
  highest: number,
  say: (key: TierWords, values: { tier: number }) => string,
): string {
  if (tier > highest) return say('noTier', { tier });
  if (tier === 1) return say('firstTier', { tier });
  return tier === highest ? say('topTier', { tier }) : String(tier);
}
type TierWords = 'noTier' | 'firstTier' | 'topTier';

/** What is said about the SOP as a whole. */
export function SopTab() {
  const say = useTexts(panelTexts);
  return (
    <div className={styles.fields}>
      <TextPair label={say('title')} path={['meta', 'title']} />
      <TextPair label={say('description')} path={['meta', 'description']} isLong />
      <WordField label={say('owner')} path={['meta', 'owner']} />
      <WhoFields meta={['meta']} />
      <section className={styles.group} aria-label={say('sla')}>
        <h3>{say('sla')}</h3>
        <div className={styles.row}>
          <WordField label={say('firstResponse')} path={['meta', 'sla', 'firstResponse']} isCode />
          <WordField label={say('resolve')} path={['meta', 'sla', 'resolve']} isCode />
          <Clock path={['meta', 'sla', 'clock']} />
        </div>
        <span className={styles.help}>{say('durationHelp')}</span>
      </section>
    </div>
  );
}
