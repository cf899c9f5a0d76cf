import type { Language } from '../../api/refusal';
import type { ImportAnswer, RowAction } from './answer';

/** The title of the column that says what became of each row. */
export const VERDICT_TITLE: Record<Language, string> = { zh: '导入结果', en: 'Import result' };

const ACTIONS: Record<Language, Record<RowAction, string>> = {
  zh: { CREATED: '新增', CHANGED: '变更', UNCHANGED: '不变', REFUSED: '退回' },
  en: { CREATED: 'New', CHANGED: 'Changed', UNCHANGED: 'Unchanged', REFUSED: 'Refused' },
};
const LONGEST = 2000;

/** What is said of the rows of each sheet, by sheet, then by row as the spreadsheet counts. */
export function verdictsOf({ rows, errors }: Pick<ImportAnswer, 'rows' | 'errors'>, language: Language): Map<string, Map<number, string>> {
  const sheets = new Map<string, Map<number, string>>();
  const [colon, comma] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  const refusals = new Map<string, string[]>();
  for (const { sheet, row, cell, message } of errors) {
    const place = `${row}\n${sheet}`;
    refusals.set(place, [...(refusals.get(place) ?? []), `${cell} ${message}`]);
  }
  for (const { sheet, row, action, key, changes, warnings } of rows) {
    const said = refusals.get(`${row}\n${sheet}`) ?? [
      ...(action === 'CREATED' && key ? [key] : []),
      ...(action === 'CHANGED' ? changes.map(({ column, field, before, after }) => `${column ?? field} ${before ?? '—'} → ${after ?? '—'}`) : []),
      ...warnings.map(({ cell, message }) => `${cell ? `${cell} ` : ''}${message}`),
    ];
    const text = [ACTIONS[language][action], said.join(comma)].filter(Boolean).join(colon);
    if (!sheets.has(sheet)) sheets.set(sheet, new Map());
    sheets.get(sheet)!.set(row, [...text].slice(0, LONGEST).join(''));
  }
  return sheets;
}

/** The verdicts of a sheet with the column's title right above the first of them. */
export function titled(verdicts: ReadonlyMap<number, string>, language: Language): Map<number, string> {
  const first = Math.min(...verdicts.keys());
  return new Map([...(first > 1 ? [[first - 1, VERDICT_TITLE[language]] as const] : []), ...verdicts]);
}
