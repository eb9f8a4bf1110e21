import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '../../i18n/texts';
import { panelTexts } from './texts-panel';
import styles from './parts.module.css';

type Direction = 'up' | 'down';

/** Moves and removes one of several; what is moved carries `data-item` and keeps the focus at its new place. */
export function MoveButtons(props: {
  index: number;
  count: number;
  label: string;
  onMove: (to: number) => void;
  onRemove?: () => void;
}) {
  const say = useTexts(panelTexts);
  const { index, count, label } = props;
  const move = (direction: Direction) => (event: MouseEvent<HTMLElement>) => {
    const to = direction === 'up' ? index - 1 : index + 1;
    const pressed = event.currentTarget;
    const before = placeOf(pressed);
    flushSync(() => props.onMove(to));
    // Items may keep their elements or hand on what they show.
    focusMove(placeOf(pressed) === before ? itemAt(pressed, to) : itemOf(pressed), direction);
  };
  const button = (
    word: string,
    icon: ReactNode,
    act: (event: MouseEvent<HTMLElement>) => void,
    more: { disabled?: boolean; 'data-move'?: Direction } = {},
  ): ReactNode => (
    <Button
      type="text"
      size="small"
      icon={icon}
      aria-label={`${word}: ${label}`}
      title={word}
      onClick={act}
      {...more}
    />
  );
  return (
    <span className={styles.moves}>
      {button(say('up'), <ArrowUpOutlined aria-hidden />, move('up'), {
        ...{ disabled: index === 0, 'data-move': 'up' },
      })}
      {button(say('down'), <ArrowDownOutlined aria-hidden />, move('down'), {
        ...{ disabled: index === count - 1, 'data-move': 'down' },
      })}
      {props.onRemove && button(say('remove'), <DeleteOutlined aria-hidden />, props.onRemove)}
    </span>
  );
}

function itemOf(element: Element): Element | null {
  return element.closest('[data-item]');
}

function itemsAround(element: Element): Element[] {
  return [...(itemOf(element)?.parentElement?.querySelectorAll(':scope > [data-item]') ?? [])];
}

function placeOf(element: Element): number {
  return itemsAround(element).findIndex((item) => item.contains(element));
}

function itemAt(element: Element, index: number): Element | null {
  return itemsAround(element)[index] ?? null;
}

/** Sets the focus on the button that was pressed, or on its opposite where the list ends. */
function focusMove(item: Element | null, direction: Direction): void {
  const buttons = [...(item?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? [])].filter(
    (button) => itemOf(button) === item && !button.disabled,
  );
  (buttons.find((button) => button.dataset['move'] === direction) ?? buttons[0])?.focus();
}
