/** What a spreadsheet program takes for a formula when it opens a table that is kept as text; wide forms too, as Chinese programs do. */
const FORMULA_LIKE = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Whether text could be taken for a formula. */
export const looksLikeFormula = (text: string): boolean => /^[^']/.test(text) && FORMULA_LIKE.test(text);

/**
 * Text that no spreadsheet program takes for a formula: an apostrophe stands before what begins with = + - @, a tab or a
 * line break. It also stands before such text that has apostrophes already, so that taking one away always gives back what
 * there was: see `withoutProof`.
 */
export const formulaProof = (text: string): string => (FORMULA_LIKE.test(text) ? `'${text}` : text);

/** What `formulaProof` was given. */
export const withoutProof = (text: string): string => (text.startsWith("'") && FORMULA_LIKE.test(text) ? text.slice(1) : text);
