export interface Section {
  id: string;
  text: string;
}

/**
 * A document in the sections that its anchors (`<a id="…"></a>`) begin; what stands before the first is called `title`,
 * without the line that leads to the other language.
 */
export function splitSections(document: string): Section[] {
  const [before = '', ...parts] = document.split('<a id="');
  const title = before
    .split('\n')
    .filter((line) => !/\]\(figures[^)]*\.md\)/.test(line))
    .join('\n');
  const sections = parts.map((part) => {
    const end = part.indexOf('"');
    return { id: part.slice(0, end), text: part.slice(end).replace('"></a>', '').trim() };
  });
  return [{ id: 'title', text: title.trim() }, ...sections];
}
