import { Document, visit } from 'yaml';
import type { SopDefinition } from '../engine/common/model.js';

/** An SOP as YAML; the text of a version is read back from it as it was. */
export function renderYaml(definition: SopDefinition): string {
  const doc = new Document(definition);
  visit(doc, {
    // Written as a block, a text of nothing but lines of blanks would lose the blanks.
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === 'string' && scalar.value.trim() === '') scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return doc.toString();
}
