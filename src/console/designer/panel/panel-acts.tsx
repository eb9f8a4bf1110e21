import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/texts';
import { pointerOfStep } from '../../kit/sop-diagram/graph';
import { groupOf, namesIn, removeStep } from './edit-steps';
import { NewStepDialog } from './panel-new-step';
import { usePanelRoom } from './panel-room';
import { panelTexts } from './texts-panel';
import styles from './parts.module.css';

/** What can be done with the chosen state as a whole. */
export function PanelActs({ isFrozen }: { isFrozen: boolean }) {
  const say = useTexts(panelTexts);
  const { value, step, edit, choose } = usePanelRoom();
  const [isOpen, setOpen] = useState(false);
  const group = groupOf(step);
  const isOnly = namesIn(value, group).length < 2;
  const remove = (): void => {
    edit(removeStep(step));
    choose(pointerOfStep(group));
  };
  return (
    <div className={styles.acts}>
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        disabled={isFrozen}
        onClick={() => setOpen(true)}
      >
        {say('addStep')}
      </Button>
      {step !== '' && (
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          disabled={isFrozen || (isOnly && group === '')}
          onClick={remove}
        >
          {say('removeStep')}
        </Button>
      )}
      {isOpen && <NewStepDialog onClose={() => setOpen(false)} />}
    </div>
  );
}
