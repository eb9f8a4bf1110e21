import type { Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { useSkillName } from '../../kit/common/skill-names';
import { useTeamName } from '../../kit/common/team-names';
import { adminTexts } from '../common/texts';
import { useEverybody } from '../common/use-everybody';
import { tellFact, wordFact, type RecordWords, type Told } from './record-words';
import { recordTexts } from './texts-record';
import styles from './record.module.css';

type Row = Schemas['AuditRowDto'];

/** What else a row says, in the reader's words where there are any. */
export function RecordDetails({ row }: { row: Row }) {
  const words = useRecordWords();
  const { say } = words;
  const personal = Object.entries(row.personal ?? {});
  const data = Object.entries(row.data);
  return (
    <details className={styles.details} data-testid="record-details">
      <summary>{say('details')}</summary>
      <dl>
        <dt>{say('number')}</dt>
        <dd>{row.seq}</dd>
        {personal.map(([name, text]) => (
          <Fact key={name} name={wordPersonal(name, say)} told={{ kind: 'words', text }} />
        ))}
        {data.map(([name, value]) => (
          <Fact key={name} name={wordFact(name, words)} told={tellFact(name, value, words)} />
        ))}
        {row.tickets.length > 1 && (
          <Fact name={say('about')} told={{ kind: 'code', text: row.tickets.join(', ') }} />
        )}
        {row.requestId !== null && (
          <Fact name={say('request')} told={{ kind: 'code', text: row.requestId }} />
        )}
      </dl>
    </details>
  );
}

function Fact({ name, told }: { name: string; told: Told }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Value told={told} />
      </dd>
    </>
  );
}

function Value({ told }: { told: Told }) {
  if (told.kind === 'facts')
    return (
      <dl>
        {told.facts.map((fact) => (
          <Fact key={fact.name} {...fact} />
        ))}
      </dl>
    );
  return told.kind === 'words' ? told.text : <code>{told.text}</code>;
}

function useRecordWords(): RecordWords {
  const lang = useLang();
  const format = useFormat();
  const say = useTexts(recordTexts);
  const sayAdmin = useTexts(adminTexts);
  const teamOf = useTeamName();
  const skillOf = useSkillName();
  const people = useEverybody().data ?? [];
  return {
    ...{ lang, say, sayAdmin, teamOf, skillOf },
    personOf: (id) => people.find((one) => one.id === id)?.name ?? null,
    timeOf: (iso) => format.dateTime(iso),
  };
}

const PERSONAL = ['address', 'why', 'email', 'name', 'emailBefore', 'nameBefore'] as const;

function wordPersonal(name: string, say: (key: `personal_${(typeof PERSONAL)[number]}`) => string): string {
  const known = PERSONAL.find((one) => one === name);
  return known === undefined ? name : say(`personal_${known}`);
}
