/** Hands a file to the browser as a download. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A name that says what is inside and of when. */
export function fileName(what: string, { from, to }: { from: string; to: string }): string {
  return `stepwise-${what.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')}-${from}-${to}.csv`;
}
