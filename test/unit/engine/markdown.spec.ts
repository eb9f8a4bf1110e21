import { describe, expect, it } from '@jest/globals';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import ReactMarkdown from 'react-markdown';
import type { ExpressionVars } from '../../../src/engine/cel/expressions.js';
import { buildScope } from '../../../src/engine/cel/expressions.js';
import { compileTemplate } from '../../../src/engine/cel/templates.js';
import { makeInput } from './builders.js';

const SCOPE = buildScope({ context: { type: 'object', properties: { said: { type: 'string' } } } });

/** The instructions as the console shows them. */
function shown(template: string, said: string): string {
  const { ticket, customer, now } = makeInput();
  const actor = { kind: 'agent', id: 'u1', name: 'Ann', roles: [], tier: 1 };
  const vars: ExpressionVars = {
    ...{ context: { said }, ticket, customer, actor },
    ...{ event: { type: 'GO', data: {} }, now: new Date(now) },
  };
  const text = compileTemplate(template, SCOPE, 'markdown')(vars);
  return renderToStaticMarkup(createElement(ReactMarkdown, null, text));
}
const asText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .trim();

const TRICKS = [
  '[click](https://evil.example)',
  '![pixel](https://evil.example/x.png)',
  '<https://evil.example>',
  '<img src=x onerror=alert(1)>',
  '<!-- hidden -->',
  '**bold** __bold__ *it* _it_ ***both***',
  '~~gone~~ | a | b |',
  '`code` ``code``',
  '# heading',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '12) item',
  '> quote',
  '---',
  '===',
  '***',
  '~~~',
  '```',
  '    indented',
  '\tindented',
  '[ref]: https://evil.example',
  '&lt;b&gt; &#42;x&#42; &amp;',
  '\\*not\\* \\[x\\]',
  'a\\',
  'https://evil.example www.evil.example mail@evil.example',
  'ORD-700103 (blue) "quoted" 5 < 6 & 7 > 3 #4 it\'s -1.5 50%!',
  '张三（很生气）*吗*',
];
const LINES = ['one\n\n# two', 'one\r\n- two', 'one\u2028> two', 'one  \n===', 'one\n    two\n\n---\n'];

describe('what a customer wrote, inside instructions', () => {
  const alone = /^<p>[^<]*<\/p>$/;

  it.each([...TRICKS, ...LINES])('shows as text: %j', (said) => {
    const text = said.replace(/\s+/g, ' ').trim();
    const first = shown('{{ context.said }}', said);
    expect(first).toMatch(alone);
    expect(asText(first)).toBe(text);
    const amid = shown('He said: {{ context.said }}, go on', said);
    expect(amid).toMatch(alone);
    expect(asText(amid).replace(/\s+/g, '')).toBe(`He said: ${text}, go on`.replace(/\s+/g, ''));
    const inItem = shown('# Title {{ context.said }}\n\n1. {{ context.said }}\n2. **Check**', said);
    expect(inItem.replace(/>[^<]*</g, '><')).toMatch(
      /^<h1><\/h1><ol><li><\/li><li><strong><\/strong><\/li><\/ol>$/,
    );
  });

  it.each(TRICKS)('shows as text between backticks: %j', (said) => {
    const html = shown('Order `{{ context.said }}` and **more** of ``a ` {{ context.said }}``', said);
    expect(html.match(/<code>/g)).toHaveLength(2);
    expect(html.replace(/>[^<]*</g, '><')).toBe('<p><code></code><strong></strong><code></code></p>');
  });

  it('leaves the Markdown of the SOP alone', () => {
    const html = shown(
      '**Now** [look](https://shop.example/{{ context.said }}) at `x` {{ context.said }}',
      'a_b',
    );
    expect(html).toBe(
      '<p><strong>Now</strong> <a href="https://shop.example/a_b">look</a> at <code>x</code> a_b</p>',
    );
  });

  it.each([
    ['context.said == "x" ? "**yes**" : "no"', 'x', '<p><strong>yes</strong></p>'],
    ['"**By " + context.said + "**"', '*x*', '<p><strong>By *x*</strong></p>'],
    ['"**By " + (context.said == "" ? "" : context.said + "!**")', '*x*', '<p><strong>By *x*!</strong></p>'],
    ['{"x": "**known**"}[context.said]', 'x', '<p><strong>known</strong></p>'],
    ['"`" + context.said + "` *it*"', '`x`', '<p><code>ˋxˋ</code> <em>it</em></p>'],
    ['{"x": context.said}["x"]', '*x*', '<p>*x*</p>'],
    ['["**a**", context.said][1]', '*x*', '<p>*x*</p>'],
    ['context.said + context.said', '*x*', '<p>*x**x*</p>'],
    ['context.said.size() + 1', 'abc', '<p>4</p>'],
    ['"a " + (context.said.size() > 9 ? context.said : "**b**")', 'abc', '<p>a <strong>b</strong></p>'],
    ['"gone " + {"y": "z"}[context.said]', 'x', ''],
  ])('keeps the SOP’s own texts in %s apart from it', (expr, said, html) => {
    expect(shown(`{{ ${expr} }}`, said)).toBe(html);
  });

  it('leaves out what cannot be seen and what turns the direction of the line', () => {
    expect(shown('{{ context.said }} pay', 'safe\u202Egnp\u2066\u0000\u200B\u009f')).toBe(
      '<p>safegnp pay</p>',
    );
  });
});
