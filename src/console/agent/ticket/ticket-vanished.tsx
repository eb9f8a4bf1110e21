import { Button, Result } from 'antd';
import { useTexts } from '../../i18n/texts';
import { KeptTexts } from '../step/kept-texts';
import { agentTexts } from '../common/texts';
import { stepTexts } from '../common/texts-step';
import plainTitle from '../common/plain-title.module.css';
import styles from './ticket-page.module.css';

/** The ticket is in another team's hands now, or never was: the way on, and what was typed for it. */
export function Vanished({ ticketId, onNext }: { ticketId: string; onNext: () => void }) {
  const say = useTexts(stepTexts);
  const sayAgent = useTexts(agentTexts);
  return (
    <div className={styles.waiting}>
      <Result
        status="info"
        title={<h1 className={plainTitle.title}>{`#${ticketId} · ${say('vanished')}`}</h1>}
        subTitle={say('vanishedHelp')}
        extra={
          <Button type="primary" onClick={onNext}>
            {sayAgent('next')}
          </Button>
        }
      />
      <KeptTexts ticketId={ticketId} steps={[]} />
    </div>
  );
}
