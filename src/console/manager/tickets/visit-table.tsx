import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { wordMs } from '../common/figure-words';
import { managerTexts } from '../common/texts';
import { ticketTexts } from '../common/texts-tickets';
import { useTeamName } from '../../kit/common/team-names';
import { PARTS, sumOf, type Visit } from './visits';
import { classes } from '../../kit/common/classes';
import figureTable from '../common/figure-table.module.css';
import styles from './visit-parts.module.css';

/** Every stay of a ticket with the parts of its time; they add up to the stay. */
export function VisitTable({ visits }: { visits: Visit[] }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(ticketTexts);
  const lang = useLang();
  const format = useFormat();
  const teamName = useTeamName();
  const sum = sumOf(visits);
  const total = visits.reduce((all, { dwell }) => all + dwell, 0);
  const parts = PARTS.filter((part) => sum[part] > 0);
  const time = (ms: number): string => (ms === 0 ? '–' : wordMs(ms, format));
  const sla = (visit: Visit): string =>
    visit.slaDueAt === null ? '–' : tell(visit.slaBreached ? 'missed' : 'kept');
  return (
    <table className={figureTable.figures} data-testid="figures">
      <caption className="sr-only">{tell('asTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('step')}</th>
          <th scope="col">{tell('entered')}</th>
          <th scope="col">{tell('left')}</th>
          <th scope="col">{tell('by')}</th>
          <th scope="col">{say('team')}</th>
          <th scope="col" className={figureTable.number}>
            {tell('stay')}
          </th>
          {parts.map((part) => (
            <th key={part} scope="col" className={figureTable.number}>
              <span className={classes(styles.part, styles.sign)} data-part={part} aria-hidden /> {say(part)}
            </th>
          ))}
          <th scope="col">{tell('due')}</th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <tr key={visit.no}>
            <th scope="row">{visit.title}</th>
            <td>{format.dateTime(visit.enteredAt)}</td>
            <td>{visit.exitedAt === null ? tell('stillThere') : format.dateTime(visit.exitedAt)}</td>
            <td>{visit.agentNames.join(lang === 'en' ? ', ' : '、') || '–'}</td>
            <td>{teamName(visit.team)}</td>
            <td className={figureTable.number}>{wordMs(visit.dwell, format)}</td>
            {parts.map((part) => (
              <td key={part} className={figureTable.number}>
                {time(visit.parts[part])}
              </td>
            ))}
            <td>{sla(visit)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={5}>
            {tell('sum')}
          </th>
          <td className={figureTable.number}>{wordMs(total, format)}</td>
          {parts.map((part) => (
            <td key={part} className={figureTable.number}>
              {time(sum[part])}
            </td>
          ))}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
