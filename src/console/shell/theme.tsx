import {
  CalendarOutlined,
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  DownOutlined,
  ExclamationCircleFilled,
  EyeInvisibleOutlined,
  EyeOutlined,
  InfoCircleFilled,
} from '@ant-design/icons';
import { App, ConfigProvider, theme } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useLang } from '../i18n/texts';

export type Look = 'light' | 'dark' | 'system';
const KEY = 'stepwise.look';
const asked = window.matchMedia('(prefers-color-scheme: dark)');
const watchers = new Set<() => void>();
let look: Look = readLook();

function readLook(): Look {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

export function setLook(next: Look): void {
  look = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // It holds for this page then.
  }
  for (const tell of watchers) tell();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  asked.addEventListener('change', watcher);
  return () => {
    watchers.delete(watcher);
    asked.removeEventListener('change', watcher);
  };
}

export function useLook(): Look {
  return useSyncExternalStore(watch, () => look);
}

/** Whether the page is dark now. */
export function useIsDark(): boolean {
  return useSyncExternalStore(watch, () => look === 'dark' || (look === 'system' && asked.matches));
}

const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
const watchCalm = (watcher: () => void): (() => void) => {
  calm.addEventListener('change', watcher);
  return () => calm.removeEventListener('change', watcher);
};

/** The number that allows a style of ours under the content security policy of this page. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

const fonts =
  '"Inter", "Segoe UI", -apple-system, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", system-ui, sans-serif';

// The library's own icons tell screen readers their English names.
const suffixes = {
  select: { suffixIcon: <DownOutlined aria-hidden /> },
  datePicker: { suffixIcon: <CalendarOutlined aria-hidden /> },
  timePicker: { suffixIcon: <ClockCircleOutlined aria-hidden /> },
  inputPassword: {
    iconRender: (isSeen: boolean) =>
      isSeen ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />,
  },
};
const alertIcons = {
  infoIcon: <InfoCircleFilled aria-hidden />,
  successIcon: <CheckCircleFilled aria-hidden />,
  warningIcon: <ExclamationCircleFilled aria-hidden />,
  errorIcon: <CloseCircleFilled aria-hidden />,
};

/**
 * Where dialogs are drawn. In the body itself the library would lock scrolling with a style that our policy refuses;
 * the pages do not scroll as a whole anyway.
 */
const layers = document.body.appendChild(document.createElement('div'));

/**
 * White words on these can be read, and they on white. The library would make what the pointer is on lighter, too light
 * to read; here it becomes darker.
 */
const lightColours = {
  colorPrimary: '#0f62fe',
  ...{ colorPrimaryHover: '#0050e6', colorPrimaryActive: '#0043ce' },
  ...{ colorPrimaryTextHover: '#0050e6', colorPrimaryTextActive: '#0043ce' },
  colorLink: '#0f62fe',
  ...{ colorLinkHover: '#0043ce', colorLinkActive: '#002d9c' },
  colorError: '#da1e28',
  ...{ colorErrorHover: '#b81922', colorErrorActive: '#9f1019' },
};

const darkColours = {
  colorPrimary: '#78a9ff',
  ...{ colorPrimaryHover: '#a6c8ff', colorPrimaryActive: '#8fb8ff' },
  ...{ colorPrimaryTextHover: '#a6c8ff', colorPrimaryTextActive: '#8fb8ff' },
  colorLink: '#78a9ff',
  ...{ colorLinkHover: '#a6c8ff', colorLinkActive: '#8fb8ff' },
  colorError: '#ff8389',
  ...{ colorErrorHover: '#ffb3b8', colorErrorActive: '#ff9ba0' },
};

/** Colours, sizes, type and the words inside of controls. */
export function Theme({ children }: { children: ReactNode }) {
  const isDark = useIsDark();
  // Who asked their system for less motion sees things come and go at once.
  const isCalm = useSyncExternalStore(watchCalm, () => calm.matches);
  const lang = useLang();
  useEffect(() => {
    document.documentElement.dataset['look'] = isDark ? 'dark' : 'light';
  }, [isDark]);
  return (
    <ConfigProvider
      csp={nonce === undefined ? undefined : { nonce }}
      locale={lang === 'en' ? en : zh}
      button={{ autoInsertSpace: false }}
      alert={alertIcons}
      {...suffixes}
      getPopupContainer={(opener) =>
        opener === undefined || opener === document.body ? layers : document.body
      }
      theme={{
        algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          fontFamily: fonts,
          ...(isDark ? darkColours : lightColours),
          // The library's greys are too light to read on white (contrast 4.5 is the least).
          colorTextDescription: isDark ? 'rgba(255,255,255,0.68)' : 'rgba(0,0,0,0.62)',
          colorTextTertiary: isDark ? 'rgba(255,255,255,0.66)' : 'rgba(0,0,0,0.62)',
          colorTextPlaceholder: isDark ? 'rgba(255,255,255,0.6)' : 'rgba(0,0,0,0.58)',
          colorTextDisabled: isDark ? 'rgba(255,255,255,0.6)' : 'rgba(0,0,0,0.58)',
          borderRadius: 6,
          motion: !isCalm,
        },
        // On the lighter blue and red of the dark look white words could not be read.
        components: isDark ? { Button: { primaryColor: '#00112f', dangerColor: '#1a0002' } } : {},
      }}
    >
      <App className="app">{children}</App>
    </ConfigProvider>
  );
}
