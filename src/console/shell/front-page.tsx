import { Card, Segmented, Typography } from 'antd';
import type { ReactNode } from 'react';
import { setLang, useLang, useTexts, type Lang } from '../i18n/texts';
import { shellTexts } from './texts';
import brand from './brand.module.css';
import styles from './front-page.module.css';

/** What a page before the sign-in stands on. */
export function FrontPage(props: { title: string; help: string; children: ReactNode }) {
  const say = useTexts(shellTexts);
  const lang = useLang();
  return (
    <main className={styles.front}>
      <Card className={styles.card}>
        <header>
          <span className={brand.brand}>
            <span className={brand.sign} aria-hidden /> Stepwise
          </span>
          <Segmented<Lang>
            aria-label={say('language')}
            value={lang}
            onChange={setLang}
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </header>
        <Typography.Title level={1} className={styles.title}>
          {props.title}
        </Typography.Title>
        <p className={styles.help}>{props.help}</p>
        {props.children}
      </Card>
    </main>
  );
}
