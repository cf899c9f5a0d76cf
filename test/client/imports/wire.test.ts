import fc from 'fast-check';
import type { TFunction } from 'i18next';
import { errorBody, importAddress, type ImportAnswer, type ImportProgress, Lines, markedAddress, markedName, outcomeOf, refusedBeforehand } from '../../../client/imports/wire';

const answer: ImportAnswer = { kind: 'works', dryRun: true, file: 'a.xlsx', created: 1, changed: 0, unchanged: 0, refused: 0, rows: [], errors: [], unknownColumns: [], ignoredRows: [] };
const steps: ImportProgress[] = [{ step: 'READ', done: 0, total: null }, { step: 'CHECK', done: 500, total: 2000 }, { step: 'WRITE', done: 2000, total: 2000 }];
const text = `${[...steps.map((progress) => ({ progress })), { status: 200, answer }].map((line) => JSON.stringify(line)).join('\n')}\n`;

describe('the lines of an import', () => {
  it('tell its progress and its outcome once each, in whatever pieces they come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: text.length }), { maxLength: 12 }), (cuts) => {
        const told: ImportProgress[] = [];
        const lines = new Lines((progress) => told.push(progress));
        const outcomes = [...cuts.sort((a, b) => a - b), text.length].map((end) => lines.take(text.slice(0, end))).filter((outcome) => outcome !== null);
        expect(told).toEqual(steps);
        expect(outcomes).toEqual([{ kind: 'answered', status: 200, answer }]);
      }),
    );
  });

  it('that break off before the outcome leave it open', () => {
    expect(new Lines(() => undefined).take(text.slice(0, text.lastIndexOf('{"status')))).toBeNull();
  });

  it('may end in a refusal, which names what it is about', () => {
    const refusal = `${JSON.stringify({ progress: steps[0] })}\n${JSON.stringify({ status: 400, errors: [{ message: '请填写截止日期。', extensions: { code: 'BAD_USER_INPUT', field: 'asOf' } }] })}\n`;
    expect(new Lines(() => undefined).take(refusal)).toEqual({ kind: 'refused', status: 400, code: 'BAD_USER_INPUT', field: 'asOf', message: '请填写截止日期。' });
  });
});

describe('an answer that is no lines', () => {
  it('is the refusal that it says, or nothing that can be understood', () => {
    expect(outcomeOf(401, errorBody('{"errors":[{"message":"请先登录。","extensions":{"code":"UNAUTHENTICATED"}}]}'))).toEqual({ kind: 'refused', status: 401, code: 'UNAUTHENTICATED', field: null, message: '请先登录。' });
    expect(outcomeOf(502, errorBody('<html>Bad gateway</html>'))).toEqual({ kind: 'lost' });
    expect(outcomeOf(0, errorBody(''))).toEqual({ kind: 'lost' });
    expect(outcomeOf(200, errorBody('null'))).toEqual({ kind: 'lost' });
  });
});

it('asks at the doors that the server has', () => {
  expect(importAddress('works', { dryRun: true, asOf: null })).toBe('/import/works?progress=1&dryRun=1');
  expect(importAddress('funding', { dryRun: false, asOf: '2024-06-30' })).toBe('/import/funding?progress=1&asOf=2024-06-30');
  expect(markedAddress('procedures', '2024-06-30')).toBe('/import/procedures/marked?asOf=2024-06-30');
  expect(markedAddress('procedures', null)).toBe('/import/procedures/marked');
});

it('does not send what is known to be refused', () => {
  const t = ((key: string) => key) as unknown as TFunction;
  expect(refusedBeforehand({ name: 'a.xlsx', size: 20 * 1024 * 1024 }, t)).toBeNull();
  expect(refusedBeforehand({ name: 'a.xlsx', size: 20 * 1024 * 1024 + 1 }, t)).toBe('imports.tooLarge');
  expect(refusedBeforehand({ name: 'a.xlsx', size: 0 }, t)).toBe('imports.empty');
});

it('saves a marked file under the name that the server gives', () => {
  expect(markedName("attachment; filename=\"import.xlsx\"; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx", 'x.xlsx')).toBe('台账.xlsx');
  expect(markedName('attachment; filename="import.xlsx"', 'x.xlsx')).toBe('import.xlsx');
  expect(markedName("attachment; filename*=UTF-8''%E5%8", 'x.xlsx')).toBe('x.xlsx');
  expect(markedName(null, 'x.xlsx')).toBe('x.xlsx');
});
