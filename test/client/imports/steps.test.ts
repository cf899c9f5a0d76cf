import { type Chosen, FIRST, type Happening, mayImport, next, type Step } from '../../../client/imports/steps';
import type { ImportAnswer, Outcome } from '../../../client/imports/wire';

const chosen: Chosen = { kind: 'works', file: new File(['a'], 'a.csv'), asOf: null };
const answer = (more: Partial<ImportAnswer> = {}): ImportAnswer => ({ kind: 'works', dryRun: true, file: 'a.csv', created: 1, changed: 2, unchanged: 3, refused: 0, rows: [], errors: [], unknownColumns: [], ignoredRows: [], ...more });
const error = { sheet: '表1', cell: 'B7', row: 7, column: '阶段', value: '停建', code: 'X', message: '不认识。' };
const refused = answer({ refused: 1, errors: [error] });

const after = (...happenings: Happening[]): Step => happenings.reduce(next, FIRST);
const outcome = (of: Outcome, checked: ImportAnswer | null = null): Happening => ({ type: 'OUTCOME', outcome: of, checked });
const answered = (of: ImportAnswer, status = 200): Happening => outcome({ kind: 'answered', status, answer: of });
const start: Happening = { type: 'CHOSEN', chosen };
const checked = [start, answered(answer())] as const;

describe('an import', () => {
  it('is looked at before anything is written', () => {
    expect(after(start)).toEqual({ at: 'SENDING', chosen, dryRun: true, sent: 0, progress: null });
    expect(after(start, { type: 'SENT', share: 0.5 })).toMatchObject({ dryRun: true, sent: 0.5 });
    expect(after(...checked)).toEqual({ at: 'CHECKED', chosen, answer: answer(), problem: null });
  });

  it('is written when it was confirmed, and only then', () => {
    expect(after(start, { type: 'CONFIRMED' })).toMatchObject({ dryRun: true });
    expect(after(...checked, { type: 'CONFIRMED' })).toMatchObject({ at: 'SENDING', dryRun: false, sent: 0 });
    const done = answer({ dryRun: false });
    expect(after(...checked, { type: 'CONFIRMED' }, answered(done))).toEqual({ at: 'DONE', chosen, answer: done });
  });

  it('that was stopped by a refused row shows what stopped it', () => {
    expect(after(...checked, { type: 'CONFIRMED' }, answered(refused, 422))).toEqual({ at: 'CHECKED', chosen, answer: refused, problem: null });
  });

  it('asks for the day where the file does not say it, and keeps the file', () => {
    expect(after(start, outcome({ kind: 'refused', status: 400, code: 'BAD_USER_INPUT', field: 'asOf', message: '请填写。' }))).toEqual({ at: 'DAY', chosen, message: '请填写。' });
  });

  it('of a file that is none says so and waits for another', () => {
    expect(after(start, outcome({ kind: 'refused', status: 400, code: 'BAD_USER_INPUT', field: 'file', message: '这是 PDF。' }))).toEqual({ at: 'CHOOSE', problem: { kind: 'refused', message: '这是 PDF。' } });
  });

  it('whose line breaks while it is looked at has written nothing; while it is written, nobody knows', () => {
    expect(after(start, outcome({ kind: 'lost' }))).toEqual({ at: 'CHOOSE', problem: { kind: 'lost', written: false } });
    expect(after(...checked, { type: 'CONFIRMED' }, outcome({ kind: 'lost' }, answer()))).toEqual({ at: 'CHECKED', chosen, answer: answer(), problem: { kind: 'lost', written: true } });
  });

  it('forgets everything when another file is to be chosen', () => {
    expect(after(...checked, { type: 'BACK' })).toEqual(FIRST);
    expect(next(FIRST, answered(answer()))).toEqual(FIRST);
  });
});

it('may be confirmed only when no row is refused and something would change', () => {
  expect(mayImport(answer())).toBe(true);
  expect(mayImport(refused)).toBe(false);
  expect(mayImport(answer({ errors: [error] }))).toBe(false);
  expect(mayImport(answer({ created: 0, changed: 0 }))).toBe(false);
});
