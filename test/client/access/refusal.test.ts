import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import { formField, refusalOf } from '../../../client/access/refusal';
import { safeReturn } from '../../../client/access/safeReturn';

const t = ((key: string) => key) as unknown as Parameters<typeof refusalOf>[1];
const refused = (message: string, extensions: Record<string, unknown>) => new CombinedGraphQLErrors({ errors: [{ message, extensions }] });

describe('a refusal', () => {
  it('keeps the sentence of the server and the field it names', () => {
    const refusal = refusalOf(refused('金额必须大于零。', { code: 'BAD_USER_INPUT', field: 'input.amount' }), t);
    expect(refusal).toEqual({ kind: 'refused', code: 'BAD_USER_INPUT', message: '金额必须大于零。', field: 'input.amount' });
    expect(formField('input.amount')).toBe('amount');
    expect(formField('new')).toBe('new');
    expect(formField(null)).toBeNull();
  });

  it('is a conflict where someone else was quicker', () => {
    expect(refusalOf(refused('刚被别人改过', { code: 'CONFLICT', currentVersion: 7 }), t)).toEqual({ kind: 'conflict', message: '刚被别人改过', currentVersion: 7 });
  });

  it('is a lost connection where nothing came back, so that sending again is offered', () => {
    expect(refusalOf(new TypeError('Failed to fetch'), t).kind).toBe('lost');
    expect(refusalOf(new ServerError('bad gateway', { response: new Response('', { status: 502 }), bodyText: '' }), t).kind).toBe('lost');
  });
});

describe('the way back after signing in', () => {
  it.each([['/projects/5?asOf=2024-01-01', true], ['//evil.example', false], ['/\\evil.example', false], ['https://evil.example', false], ['/sign-in?from=/', false], [null, false]])('%s', (from, safe) => {
    expect(safeReturn(from)).toBe(safe ? from : null);
  });
});
