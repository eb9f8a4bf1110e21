import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseSop } from '../../../src/engine/format/parse.js';
import { readJson } from '../../../src/engine/format/json-reader.js';
import { readYaml } from '../../../src/engine/format/yaml-reader.js';
import { readTarGz } from '../../support/tar.js';
import { NAUGHTY } from '../../support/naughty.js';
import { itOnData } from '../../support/test-data.js';
import { BROKEN_JSON, ODD_YAML } from './odd-documents.js';
import { timed } from './timed.js';

describe('documents that parsers get wrong', () => {
  itOnData('every document of the JSON test suite', 'json-test-suite.tar.gz', (archive) => {
    const files = [...readTarGz(readFileSync(archive))].filter(([name]) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(300);
    for (const [name, body] of files) {
      const text = body.toString('utf8');
      const { result, isSlow } = timed(
        5,
        () => [parseSop(text, 'json'), parseSop(text), parseSop(text, 'yaml')] as const,
      );
      expect({ name, isSlow }).toEqual({ name, isSlow: false });
      const [json] = result;
      expect({ name, found: json.findings.length > 0 }).toEqual({ name, found: true });
      for (const finding of json.findings) {
        expect({ name, placed: (finding.line ?? 0) >= 1 && (finding.column ?? 0) >= 1 }).toEqual({
          name,
          placed: true,
        });
      }
      const file = name.slice(name.lastIndexOf('/') + 1);
      const syntax = readJson(text).findings.map((f) => f.code);
      if (file.startsWith('n_'))
        expect({ name, refused: syntax.some((c) => c === 'invalid-json' || c === 'too-deep') }).toEqual({
          name,
          refused: true,
        });
      // A duplicate key is legal JSON, and always a mistake in an SOP.
      if (file.startsWith('y_'))
        expect({ name, syntax: syntax.filter((c) => c !== 'duplicate-key') }).toEqual({ name, syntax: [] });
    }
  });

  itOnData('every document of the YAML test suite', 'yaml-test-suite.tar.gz', (archive) => {
    const files = [...readTarGz(readFileSync(archive))].filter(([name]) => name.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(300);
    for (const [name, body] of files) {
      const whole = body.toString('utf8');
      const described = readYaml(whole).value;
      const cases = Array.isArray(described) ? described : [];
      const inner = cases.map((one: { yaml?: string }) =>
        (one.yaml ?? '').replaceAll('␣', ' ').replaceAll('»', '\t').replaceAll('↵', ''),
      );
      for (const text of [whole, ...inner]) {
        const { result, isSlow } = timed(5, () => parseSop(text));
        expect({ name, isSlow, refused: result.definition === null }).toEqual({
          name,
          isSlow: false,
          refused: true,
        });
      }
    }
  });

  const survive = (strings: readonly string[]): void => {
    for (const naughty of strings) {
      expect(readJson(JSON.stringify({ v: naughty })).value).toEqual({ v: naughty });
      expect(parseSop(naughty).definition).toBeNull();
    }
  };

  it('naughty strings survive as values and are refused as documents', () => {
    survive(NAUGHTY);
  });

  itOnData('so do those of the list of naughty strings', 'naughty-strings/blns.json', (file) => {
    const strings = JSON.parse(readFileSync(file, 'utf8')) as string[];
    expect(strings.length).toBeGreaterThan(400);
    survive(strings);
  });

  it.each(BROKEN_JSON)('broken JSON is refused with line and column: %j', (text) => {
    const { result, isSlow } = timed(5, () => parseSop(text, 'json'));
    expect(isSlow).toBe(false);
    expect(result.definition).toBeNull();
    expect(readJson(text).findings.map(({ code }) => code)).toContain('invalid-json');
    for (const { line, column } of result.findings) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(column).toBeGreaterThanOrEqual(1);
    }
  });

  it.each(ODD_YAML)('odd YAML is read without a throw or a stall, and is no SOP: %j', (text) => {
    const { result, isSlow } = timed(5, () => parseSop(text));
    expect(isSlow).toBe(false);
    expect(result.definition).toBeNull();
    expect(result.findings.length).toBeGreaterThan(0);
  });
});
