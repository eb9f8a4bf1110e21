import { Dropdown, type MenuProps } from 'antd';
import { useRef, type ReactElement, type RefObject } from 'react';

interface Props {
  items: MenuProps['items'];
  placement?: 'bottomLeft' | 'bottomRight';
  /** The button that opens the menu. */
  children: (button: RefObject<HTMLButtonElement | null>) => ReactElement;
}

/**
 * A button with a menu. Whatever an item opens gives the focus back to the button, because the item itself is gone by
 * then; and the menu goes at once, so that a dialog that it opens has the keys to itself.
 */
export function ActMenu({ items, placement = 'bottomRight', children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const toButton: MenuProps['onClick'] = ({ domEvent }) => {
    // The same key must not press the button that has the focus now.
    domEvent.preventDefault();
    button.current?.focus();
  };
  return (
    <Dropdown trigger={['click']} transitionName="" placement={placement} menu={{ items, onClick: toButton }}>
      {children(button)}
    </Dropdown>
  );
}
