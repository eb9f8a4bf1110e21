import {
  ArrowUpOutlined,
  CheckCircleOutlined,
  ClockCircleOutlined,
  EditOutlined,
  MessageOutlined,
  PlayCircleOutlined,
  RobotOutlined,
  SwapOutlined,
  UserOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../common/late';
import { ProblemNotice } from '../problems/problem-notice';
import { tellStory, type StoryDetail, type StoryLine } from './ticket-story';
import { useDefinition, useHistory, useStoryWords, useVisits } from './data';
import type { Sign } from './headline';
import { BRIEF, Quote } from './quote';
import { storyTexts } from './texts';
import { classes } from '../common/classes';
import styles from './ticket-story.module.css';

const signs: Record<Sign, ReactNode> = {
  begin: <PlayCircleOutlined aria-hidden />,
  move: <CheckCircleOutlined aria-hidden />,
  customer: <UserOutlined aria-hidden />,
  agent: <MessageOutlined aria-hidden />,
  note: <EditOutlined aria-hidden />,
  hand: <SwapOutlined aria-hidden />,
  escalate: <ArrowUpOutlined aria-hidden />,
  clock: <ClockCircleOutlined aria-hidden />,
  system: <RobotOutlined aria-hidden />,
};

export interface TicketStoryProps {
  /** `sop`, `sopVersion`: absent until the ticket is known; answers to forms come then. */
  ticket: { id: string; sop?: string; sopVersion?: number };
  /** `last`: what happened last stands first, as somebody wants who works on it. */
  first?: 'oldest' | 'last';
}

/** The history of a ticket in words: who did what when and why, what was said, and for whom was waited. */
export function TicketStory({ ticket, first = 'oldest' }: TicketStoryProps) {
  const say = useTexts(storyTexts);
  const { sop, sopVersion } = ticket;
  const history = useHistory(ticket.id);
  const visits = useVisits(ticket.id).data?.items ?? [];
  const definition = useDefinition(
    sop === undefined || sopVersion === undefined ? undefined : { sop, sopVersion },
  );
  const words = useStoryWords(definition, visits);
  if (history.error && !history.data)
    return <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Waiting rows={6} />;
  if (history.data.length === 0) return <p className={styles.empty}>{say('empty')}</p>;
  const lines = tellStory(history.data, visits, words);
  const isLastFirst = first === 'last';
  return (
    <ol className={styles.story} aria-label={say('story')} reversed={isLastFirst}>
      {(isLastFirst ? lines.reverse() : lines).map((line) => (
        <Line key={line.seq} line={line} isLastFirst={isLastFirst} />
      ))}
    </ol>
  );
}

function Line({ line, isLastFirst }: { line: StoryLine; isLastFirst: boolean }) {
  const format = useFormat();
  const wait = line.wait !== null && <p className={styles.wait}>{line.wait}</p>;
  return (
    <li className={styles.line} data-sign={line.sign}>
      {!isLastFirst && wait}
      <div className={styles.event}>
        <span className={styles.sign} aria-hidden>
          {signs[line.sign]}
        </span>
        <div>
          <div className={styles.head}>
            <span className={styles.text} dir="auto">
              {line.text}
            </span>
            <time dateTime={line.at} title={format.dateTime(line.at)}>
              {format.time(line.at)}
            </time>
          </div>
          {line.details.map((detail, index) => (
            <Detail key={index} detail={detail} />
          ))}
        </div>
      </div>
      {isLastFirst && wait}
    </li>
  );
}

function Detail({ detail }: { detail: StoryDetail }) {
  const { kind, label, text, lang, aside } = detail;
  if (kind === 'quote') {
    return (
      <div className={styles.detail}>
        {label !== null && <div className={styles.label}>{label}</div>}
        <Quote text={text} lang={lang} className={styles.quoted} limit={BRIEF} />
      </div>
    );
  }
  if (kind === 'field') {
    return (
      <div className={classes(styles.detail, styles.field)}>
        <span className={styles.label}>{label}</span>
        <Quote text={text} limit={BRIEF} />
        {aside !== undefined && <span className={styles.entered}>{aside}</span>}
      </div>
    );
  }
  return (
    <div className={styles.detail} data-kind={kind} dir="auto">
      {kind === 'warning' && <WarningFilled aria-hidden />} {text}
    </div>
  );
}
