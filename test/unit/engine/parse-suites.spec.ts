import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseSop } from '../../../src/engine/parse.js';
import { readJson } from '../../../src/engine/parse/json-reader.js';
import { readYaml } from '../../../src/engine/parse/yaml-reader.js';
import { readTarGz } from '../../support/tar.js';
import { findTestData } from '../../support/test-data.js';
import { timed } from './timed.js';

describe('documents that parsers get wrong', () => {
  it('every broken JSON document is refused with line and column, none throws or stalls', () => {
    const archive = findTestData('JSON test suite', 'json-test-suite.tar.gz');
    if (!archive) return;
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

  it('no YAML document throws or stalls', () => {
    const archive = findTestData('YAML test suite', 'yaml-test-suite.tar.gz');
    if (!archive) return;
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

  it('naughty strings survive as values and are refused as documents', () => {
    const file = findTestData('naughty strings', 'naughty-strings', 'blns.json');
    if (!file) return;
    const strings = JSON.parse(readFileSync(file, 'utf8')) as string[];
    expect(strings.length).toBeGreaterThan(400);
    for (const naughty of strings) {
      expect(readJson(JSON.stringify({ v: naughty })).value).toEqual({ v: naughty });
      expect(parseSop(naughty).definition).toBeNull();
    }
  });
});
