const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold or would change: control characters, halves of surrogate pairs, and what looks like an escape of these. */
const UNSPEAKABLE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;
const PLAIN = /^[^\u0000-\u001F&<>"_\uD800-\uDFFF\uFFFE\uFFFF]*$/;

const escaped = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Text for an element or an attribute. Characters that XML cannot hold are written as spreadsheets write them, "_x000B_",
 * and an underline that would start such an escape as "_x005F_".
 */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(UNSPEAKABLE, escaped).replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
