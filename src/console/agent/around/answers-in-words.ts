/** Answers to a form as plain text, one to a line; yes and no alone say nothing without their question. */
export function wordAnswers(answers: unknown): string {
  if (typeof answers === 'string') return answers.trim();
  if (typeof answers === 'number') return String(answers);
  if (typeof answers !== 'object' || answers === null) return '';
  return Object.values(answers)
    .map(wordAnswers)
    .filter((text) => text !== '')
    .join('\n');
}
