/** What can go wrong with a call or a test, more closely than the code that SOPs see. */
export const FAILURE_REASONS = [
  ...(['timeout', 'unreachable', 'http-4xx', 'http-5xx', 'rejected', 'redirect'] as const),
  ...(['too-large', 'not-json', 'broken-json', 'unfit-answer', 'refused-answer'] as const),
  ...(['unknown-connection', 'bad-address', 'bad-path', 'not-allowed', 'private-address', 'other'] as const),
];
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** What is known of a failure besides its sentence, for pages that word it in the reader's language. */
export interface FailureFacts {
  reason: FailureReason;
  /** What fills the sentence: `status`, `ms`, `bytes`, `host`, `address`, `call`. */
  facts: Record<string, string>;
  /** Words of another system or of a library, as they came. */
  detail: string | null;
}

/** Sentences of the HTTP actor, by the code they come with; `detail` is told apart from the facts. */
const SENTENCES: [code: string, reason: FailureReason, sentence: RegExp][] = [
  ['timeout', 'timeout', /^No answer within (?<ms>\d+) ms\.$/],
  ['http-4xx', 'http-4xx', /^The answer was (?<status>\d{3})(?:\.|: (?<detail>.+))$/s],
  ['http-5xx', 'http-5xx', /^The answer was (?<status>\d{3})(?:\.|: (?<detail>.+))$/s],
  ['invalid-answer', 'redirect', /^The answer was (?<status>\d{3}); redirects are not followed\.$/],
  ['invalid-answer', 'too-large', /^The answer is larger than (?<bytes>\d+) bytes\.$/],
  ['invalid-answer', 'not-json', /^The answer is (?:of no known type|(?<detail>.+)) instead of JSON\.$/s],
  ['invalid-answer', 'broken-json', /^The answer is broken JSON: (?<detail>.*)$/s],
  ['invalid-answer', 'unfit-answer', /^The answer does not fit: (?<detail>.*)$/s],
  ['unknown-connection', 'unknown-connection', /^There is no connection /],
  ['forbidden-address', 'not-allowed', /^(?<call>.+) is not among what the connection allows: /s],
  [
    'forbidden-address',
    'private-address',
    /^(?<host>\S+) is (?<address>[\da-f.:]+), an address that is not /,
  ],
];

/** What a code says when its sentence is none of the above. */
const OTHERWISE: Record<string, FailureReason> = {
  refused: 'unreachable',
  'invalid-answer': 'refused-answer',
  'unknown-connection': 'bad-address',
  'forbidden-address': 'bad-path',
};

/**
 * The facts of a call that failed. They are read from its sentence, because that is what histories hold, those of
 * earlier days too. `other` with everything as its detail when the sentence is unknown.
 */
export function readFailure(code: string, message: string): FailureFacts {
  for (const [of, reason, sentence] of SENTENCES) {
    const match = of === code ? sentence.exec(message) : null;
    if (match === null) continue;
    const { detail, ...facts } = match.groups ?? {};
    return { reason, facts, detail: detail ?? null };
  }
  return { reason: OTHERWISE[code] ?? 'other', facts: {}, detail: message };
}
