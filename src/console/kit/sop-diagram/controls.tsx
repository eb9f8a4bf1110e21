import { CompressOutlined, MinusOutlined, PlusOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { useReactFlow } from '@xyflow/react';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { diagramTexts } from './texts';
import styles from './controls.module.css';

/** Zoom, show all, and the way to the list. */
export function Controls({ onList }: { onList: () => void }) {
  const say = useTexts(diagramTexts);
  const flow = useReactFlow();
  const acts: [string, ReactNode, () => void][] = [
    [say('zoomIn'), <PlusOutlined key="in" aria-hidden />, () => void flow.zoomIn({ duration: 120 })],
    [say('zoomOut'), <MinusOutlined key="out" aria-hidden />, () => void flow.zoomOut({ duration: 120 })],
    [
      say('showAll'),
      <CompressOutlined key="all" aria-hidden />,
      () => void flow.fitView({ padding: 0.04, duration: 200 }),
    ],
    [say('asList'), <UnorderedListOutlined key="list" aria-hidden />, onList],
  ];
  return (
    <div className={styles.controls}>
      {acts.map(([name, icon, act]) => (
        <Tooltip key={name} title={name} placement="left">
          <Button size="small" icon={icon} aria-label={name} onClick={act} />
        </Tooltip>
      ))}
    </div>
  );
}
