import { LinkOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTexts } from '../../i18n/texts';
import { useToast } from '../../kit/use-toast';
import { managerTexts } from './texts';
import { fixedLink, type FilterRoom } from './use-filters';
import styles from './copy-link.module.css';

/** The link that shows just this view to somebody else. */
export function CopyLink({ room }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const toast = useToast();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(fixedLink(room));
      toast.success(say('linkCopied'));
    } catch {
      toast.warning(say('linkNotCopied'));
    }
  };
  return (
    <Button icon={<LinkOutlined aria-hidden />} onClick={() => void copy()} className={styles.copy}>
      {say('copyLink')}
    </Button>
  );
}
