import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import english from '../../../../docs/figures.md?raw';
import chinese from '../../../../docs/figures.zh-CN.md?raw';
import { useLang } from '../../i18n/texts';
import { Markdown } from '../../kit/markdown';
import { splitSections } from './sections';
import styles from './definitions-page.module.css';

/** What the figures mean, as the documents of the project say it; the address names the section (`#fcr`). */
export default function DefinitionsPage() {
  const lang = useLang();
  const { hash } = useLocation();
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    const name = hash.slice(1);
    const wanted = [...(page.current?.querySelectorAll('section') ?? [])].find(({ id }) => id === name);
    wanted?.scrollIntoView();
    wanted?.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  }, [hash, lang]);
  return (
    <article className={styles.definitions} ref={page}>
      {splitSections(lang === 'en' ? english : chinese).map(({ id, text }) => (
        <section key={id} id={id} aria-current={hash === `#${id}` ? 'true' : undefined}>
          <div tabIndex={-1}>
            <Markdown text={text} />
          </div>
        </section>
      ))}
    </article>
  );
}
