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
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { Waiting } from './late';
import { ProblemNotice } from './problem-notice';
import { tellStory, type StoryDetail, type StoryLine } from './ticket-story';
import './ticket-story.css';
import { useDefinition, useHistory, useStoryWords, useVisits } from './ticket-story-data';
import type { Sign } from './ticket-story-headline';
import { BRIEF, Quote } from './ticket-story-quote';
import { storyTexts } from './ticket-story-texts';

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
  if (history.data.length === 0) return <p className="story-empty">{say('empty')}</p>;
  const lines = tellStory(history.data, visits, words);
  const isLastFirst = first === 'last';
  return (
    <ol className="story" aria-label={say('story')} reversed={isLastFirst}>
      {(isLastFirst ? lines.reverse() : lines).map((line) => (
        <Line key={line.seq} line={line} isLastFirst={isLastFirst} />
      ))}
    </ol>
  );
}

function Line({ line, isLastFirst }: { line: StoryLine; isLastFirst: boolean }) {
  const format = useFormat();
  const wait = line.wait !== null && <p className="story-wait">{line.wait}</p>;
  return (
    <li className={`story-line story-${line.sign}`}>
      {!isLastFirst && wait}
      <div className="story-event">
        <span className="story-sign" aria-hidden>
          {signs[line.sign]}
        </span>
        <div className="story-body">
          <div className="story-head">
            <span className="story-text" dir="auto">
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
      <div className="story-detail">
        {label !== null && <div className="story-label">{label}</div>}
        <Quote text={text} lang={lang} className="story-quote" limit={BRIEF} />
      </div>
    );
  }
  if (kind === 'field') {
    return (
      <div className="story-detail story-field">
        <span className="story-label">{label}</span>
        <Quote text={text} limit={BRIEF} />
        {aside !== undefined && <span className="story-entered">{aside}</span>}
      </div>
    );
  }
  return (
    <div className={`story-detail story-${kind}`} dir="auto">
      {kind === 'warning' && <WarningFilled aria-hidden />} {text}
    </div>
  );
}
