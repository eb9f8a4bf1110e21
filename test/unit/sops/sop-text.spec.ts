import { describe, expect, it, jest } from '@jest/globals';
import {
  formatOfMediaType,
  isSopText,
  openEnvelope,
  prefersYaml,
  readIfMatch,
} from '../../../src/sops/sop-text.js';

describe('the format of an SOP that comes in', () => {
  it.each([
    ['application/yaml', 'yaml'],
    ['application/x-yaml; charset=utf-8', 'yaml'],
    ['TEXT/YAML', 'yaml'],
    ['text/plain', 'yaml'],
    ['application/vnd.sop+yaml', 'yaml'],
    ['application/json; charset=utf-8', 'json'],
    ['application/merge-patch+json', 'json'],
    ['application/octet-stream', null],
    ['', null],
    [undefined, null],
  ])('of %s is %s', (type, format) => {
    expect(formatOfMediaType(type)).toBe(format);
  });
});

describe('an envelope', () => {
  const json = (value: unknown) => openEnvelope({ text: JSON.stringify(value), format: 'json' });

  it('is opened, and holds YAML unless it says otherwise', () => {
    expect(json({ source: 'id: a' })).toEqual({ text: 'id: a', format: 'yaml' });
    expect(json({ source: '{}', format: 'json' })).toEqual({ text: '{}', format: 'json' });
  });

  it('is not mistaken for an SOP, nor an SOP for an envelope', () => {
    for (const value of [
      { id: 'a', source: 'x' },
      { source: 1 },
      { source: 'x', format: 'xml' },
      ['source'],
      null,
      'source',
    ]) {
      expect(json(value)).toEqual({ text: JSON.stringify(value), format: 'json' });
    }
  });

  it('that is broken JSON is left for the parser to explain', () => {
    expect(openEnvelope({ text: '{"source": ', format: 'json' })).toEqual({
      text: '{"source": ',
      format: 'json',
    });
  });

  it('is seen without parsing what is none, however long that is', () => {
    const parsed = jest.spyOn(JSON, 'parse');
    try {
      for (const text of ['['.repeat(500_000), `{"a":[${'1,'.repeat(400_000)}1]}`, '{"source":{"a":1}}'])
        expect(openEnvelope({ text, format: 'json' }).text).toBe(text);
      // Names of fields only, for the place of the excess.
      expect(parsed.mock.calls.map(([text]) => text)).toEqual(['"a"', '"source"']);
      expect(json({ source: 'id: a' }).text).toBe('id: a');
      expect(parsed).toHaveBeenLastCalledWith('{"source":"id: a"}');
    } finally {
      parsed.mockRestore();
    }
  });

  it('around YAML stays YAML', () => {
    expect(openEnvelope({ text: '{"source": "x"}', format: 'yaml' })).toEqual({
      text: '{"source": "x"}',
      format: 'yaml',
    });
  });
});

describe('the wish for YAML', () => {
  it.each([
    ['application/yaml', true],
    ['text/x-yaml', true],
    ['application/json, application/yaml;q=0.5', false],
    ['application/json;q=0.5, application/yaml', true],
    ['*/*', false],
    ['application/yaml;q=0', false],
    [undefined, false],
  ])('in "%s" is %s', (accept, wish) => {
    expect(prefersYaml(accept)).toBe(wish);
  });
});

describe('If-Match', () => {
  it.each([
    ['"3"', 3],
    ['W/"12"', 12],
    ['7', 7],
    [undefined, null],
    ['*', null],
    ['"abc"', undefined],
    ['"-1"', undefined],
    ['"99999999999999999999"', undefined],
    ['"1", "2"', undefined],
  ])('%s means revision %s', (header, revision) => {
    expect(readIfMatch(header)).toBe(revision);
  });
});

describe('the body of an SOP endpoint', () => {
  it('is only what the parser of SOP texts made', () => {
    expect(isSopText({ text: '', format: 'yaml' })).toBe(true);
    for (const body of [
      undefined,
      null,
      'id: a',
      {},
      { text: 1, format: 'yaml' },
      { text: 'x', format: 'xml' },
    ])
      expect(isSopText(body)).toBe(false);
  });
});
