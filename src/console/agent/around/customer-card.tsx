import { CrownOutlined, UserOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { useNow } from '../../kit/common/now';
import { channelWord } from '../../kit/ticket-story/words';
import { storyTexts } from '../../kit/ticket-story/texts';
import { CopyButton } from './context-copy';
import { aroundTexts } from '../common/texts-around';
import type { Ticket } from '../common/ticket-cache';
import { OutsideName } from '../../kit/common/outside-name';
import contextFacts from './context-facts.module.css';
import contextPanel from './context-panel.module.css';
import styles from './customer-card.module.css';
import tags from './tags.module.css';

const TIERS = ['standard', 'gold', 'vip'] as const;

/** Who asks: name, standing, where from and in which language. */
export function CustomerCard({ ticket }: { ticket: Ticket }) {
  const say = useTexts(aroundTexts);
  const sayStory = useTexts(storyTexts);
  const format = useFormat();
  const ago = useNow() - Date.parse(ticket.createdAt);
  const { id, name, tier } = ticket.customer;
  const known = TIERS.find((one) => one === tier);
  return (
    <section className={contextPanel.card} data-testid="around-card" aria-label={say('customer')}>
      <h2 className={styles.name}>
        <UserOutlined aria-hidden />
        <OutsideName name={name} other={id} />
        <Tag
          className={tier === 'vip' || tier === 'gold' ? tags.mark : ''}
          icon={tier === 'vip' ? <CrownOutlined aria-hidden /> : undefined}
        >
          {known === undefined ? tier : say(`tier_${known}`)}
        </Tag>
      </h2>
      <dl className={contextFacts.facts}>
        <div>
          <dt>{say('customerNumber')}</dt>
          <dd>
            <span dir="auto">{id}</span>
            <CopyButton what={say('customerNumber')} text={id} />
          </dd>
        </div>
        <div>
          <dt>{say('contact')}</dt>
          <dd>
            {channelWord(ticket.channel, { say: sayStory })} · {say(`lang_${ticket.lang}`)}
          </dd>
        </div>
        <div>
          <dt>{say('since')}</dt>
          <dd title={format.dateTime(ticket.createdAt)}>
            {say('waiting', { time: format.duration(Math.max(0, ago)) })}
          </dd>
        </div>
      </dl>
    </section>
  );
}
