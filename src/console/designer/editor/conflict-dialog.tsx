import { Button, Modal } from 'antd';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import type { SopSource } from '../common/use-sop-source';
import { designerTexts } from '../common/texts';

/** Two designers have saved: says who, and asks which text counts. Nothing is lost either way. */
export function ConflictDialog(props: {
  theirs: SopSource | null;
  onTake: (theirs: SopSource) => void;
  onOverwrite: (theirs: SopSource) => void;
  onClose: () => void;
}) {
  const say = useTexts(designerTexts);
  const format = useFormat();
  const { theirs } = props;
  return (
    <Modal
      open={theirs !== null}
      title={say('conflict')}
      onCancel={props.onClose}
      footer={
        theirs && [
          <Button key="go" onClick={props.onClose}>
            {say('goOn')}
          </Button>,
          <Button key="take" onClick={() => props.onTake(theirs)}>
            {say('takeTheirs')}
          </Button>,
          <Button key="mine" danger onClick={() => props.onOverwrite(theirs)}>
            {say('keepMine')}
          </Button>,
        ]
      }
    >
      {theirs && (
        <>
          <p>
            {theirs.revision === null
              ? say('conflictGone')
              : say('conflictBy', {
                  name: theirs.by ?? say('somebody'),
                  time: format.time(theirs.at ?? Date.now()),
                })}
          </p>
          <p>{say('takeHelp')}</p>
        </>
      )}
    </Modal>
  );
}
