import { isMeasured } from '../../../client/compensation/due';

test('of months of which nothing is known nothing was reckoned; one value, or one reward, is something', () => {
  expect(isMeasured([])).toBe(false);
  expect(isMeasured([{ kind: 'MISSING' }, { kind: 'MISSING' }])).toBe(false);
  expect(isMeasured([{ kind: 'MISSING' }, { kind: 'MET' }])).toBe(true);
  expect(isMeasured([{ kind: 'REWARD' }])).toBe(true);
});
