import { Link } from 'react-router';
import { useTexts } from '../../i18n/texts';
import { managerTexts } from './texts';
import styles from './definition-link.module.css';

/** The sections of `docs/figures.md` that a page can lead to. */
export type Definition =
  | 'rules'
  | 'fcr'
  | 'escalation'
  | 'resolution'
  | 'response'
  | 'sla'
  | 'reopen'
  | 'backlog'
  | 'steps'
  | 'bottlenecks'
  | 'people';

/** Where it says what a figure means. */
export function definitionAt(section: Definition): string {
  return `/manager/definitions#${section}`;
}

/** Leads there. `of`: its name, for whoever hears the page. */
export function DefinitionLink({ to, of }: { to: Definition; of: string }) {
  const say = useTexts(managerTexts);
  return (
    <Link className={styles.link} to={definitionAt(to)} aria-label={say('definitionOf', { of })}>
      {say('definition')}
    </Link>
  );
}
