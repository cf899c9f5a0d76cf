/** A text as it is compared: full-width characters made narrow, no blanks, small letters. */
export const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** What people write into a cell of figures or days that has none. */
const NOTHING = /^(?:[-‐‑–—―ー一_/\\]+|无|暂无|待定|未定|待确定|不详|\/|n\/?a|none|tbd)$/;

/** Whether a squeezed text stands for an empty cell. */
export const saysNothing = (squeezed: string): boolean => squeezed === '' || NOTHING.test(squeezed);
