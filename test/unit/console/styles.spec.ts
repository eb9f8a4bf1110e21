import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const CONSOLE = 'src/console';
const filesOf = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
const read = (file: string): string => readFileSync(file, 'utf8');

/** The classes of a sheet that are its own: what stands in `:global(…)`, a comment or an address is not. */
function classesOf(css: string): Set<string> {
  const own = css.replace(/\/\*.*?\*\/|:global\([^)]*\)|url\([^)]*\)/gs, '');
  return new Set([...own.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name = '']) => name));
}

const SHEETS = filesOf(CONSOLE, /\.css$/);
const MODULES = SHEETS.filter((file) => file.endsWith('.module.css'));
const COMPONENTS = filesOf(CONSOLE, /\.tsx$/);

/** `sheet class` for every class of a module that a component names. */
const USES = COMPONENTS.flatMap((file) => {
  const text = read(file);
  const imports = [...text.matchAll(/^import (\w+) from '(\.[^']*\.module\.css)';$/gm)];
  return imports.flatMap(([, name = '', from = '']) => {
    const sheet = relative('', join(dirname(file), from));
    const code = text.replace(/^import .*$/gm, '');
    const names = [...code.matchAll(new RegExp(`(?<![\\w.'])${name}\\.(\\w+)`, 'g'))];
    return names.map(([, one = '']) => ({ file, sheet, one }));
  });
});

describe('the styles of the console', () => {
  it('are there for every class that a component names', () => {
    const missing = USES.filter(({ sheet, one }) => !existsSync(sheet) || !classesOf(read(sheet)).has(one));
    expect(missing).toEqual([]);
  });

  it('have no rule that nothing uses', () => {
    const used = new Set(USES.map(({ sheet, one }) => `${sheet} ${one}`));
    const dead = MODULES.flatMap((sheet) => [...classesOf(read(sheet))].map((one) => `${sheet} ${one}`));
    expect(dead.filter((one) => !used.has(one))).toEqual([]);
  });

  it('are imported from files that exist, and plain sheets by nobody but the start of the console', () => {
    const plain = COMPONENTS.flatMap((file) =>
      [...read(file).matchAll(/^import '(\.[^']*\.css)';$/gm)].map(([, from = '']) => `${file} ${from}`),
    );
    expect(plain).toEqual([
      `${CONSOLE}/main.tsx ./styles/tokens.css`,
      `${CONSOLE}/main.tsx ./styles/global.css`,
    ]);
  });

  it('give words for classes only to what is global', () => {
    const known = classesOf(read(`${CONSOLE}/styles/global.css`));
    // The library's own: the diagram must not be moved by what carries it.
    known.add('nopan');
    const words = COMPONENTS.flatMap((file) =>
      [...read(file).matchAll(/[cC]lassName="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
    );
    expect(words.filter((word) => !known.has(word))).toEqual([]);
  });

  it('use the shared measures wherever there is one', () => {
    const measured =
      /^\s*(?:padding|margin|gap|row-gap|column-gap)[\w-]*:.*(?<![\w.-])(?:2|4|6|8|1[0246]|20|24)px/;
    const lines = MODULES.flatMap((sheet) =>
      read(sheet)
        .split('\n')
        .filter((line) => measured.test(line) || /^\s*font-size: 1[1-6]px|#[0-9a-f]{3,8}\b/.test(line))
        .map((line) => `${sheet} ${line.trim()}`),
    );
    expect(lines.filter((line) => !line.includes('sop-diagram'))).toEqual([]);
  });

  it('know every token that they name', () => {
    const tokens = SHEETS.map(read).join('\n');
    const named = new Set([...tokens.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name));
    const inCode = COMPONENTS.map(read).join('\n');
    const unknown = [...named].filter(
      (name) => !tokens.includes(`${name}:`) && !inCode.includes(`'${name}'`),
    );
    expect(unknown).toEqual([]);
  });
});
