import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import ReactMarkdown from 'react-markdown';
import styles from './markdown.module.css';

/**
 * Text with Markdown, as SOPs have it, with tables. Markup of HTML in it is shown as text; images are left out. Of the
 * other extensions there is none: bare addresses would become links, also where a customer wrote them.
 */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={styles.markdown}>
      <ReactMarkdown
        skipHtml={false}
        disallowedElements={['img']}
        remarkPlugins={[tables]}
        components={{
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noreferrer noopener">
              {children}
            </a>
          ),
          table: ({ children }) => (
            <div className={styles.table}>
              <table>{children}</table>
            </div>
          ),
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

interface Extensions {
  micromarkExtensions?: object[];
  fromMarkdownExtensions?: object[];
}

function tables(this: { data(): object }): void {
  const parts: Extensions = this.data();
  (parts.micromarkExtensions ??= []).push(gfmTable());
  (parts.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
}
