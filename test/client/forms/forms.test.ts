import { onceKey } from '../../../client/forms/onceKey';
import { sumOf, textOf } from '../../../client/forms/rules';
import { createInput, degreeOf, updateInput } from '../../../client/projects/projectInput';

it('a once-key is 32 hex digits and needs no secure context', () => {
  expect(onceKey((bytes) => bytes.fill(171))).toBe('ab'.repeat(16));
  expect(onceKey()).not.toBe(onceKey());
});

it('what was typed is sent exactly, and nothing as null', () => {
  expect(sumOf({ text: '1,200.5', unit: 'WAN' })).toBe('12005000.00');
  expect(sumOf({ text: '', unit: 'WAN' })).toBeNull();
  expect(textOf('  开工令 ')).toBe('开工令');
  expect(textOf('   ')).toBeNull();
  expect(degreeOf('111.3657')).toBe(111.3657);
  expect(degreeOf('north')).toBeNull();
});

it('a work is registered and changed with what its form holds', () => {
  const values = { code: ' LF-096 ', name: ' <b>新</b> ', leadRegion: '141081', sector: 'WATER' as const, category: 'OTHER', investment: { text: '10380', unit: 'WAN' as const }, lon: '111.36', lat: '35.6' };
  expect(createInput(values, 'k')).toMatchObject({ code: 'LF-096', name: '<b>新</b>', regions: null, investment: '103800000.00', lon: 111.36, lat: 35.6, plannedFinish: null, idempotencyKey: 'k' });
});

it('a change of a work sends what was changed, and nothing else', () => {
  const typed = { code: 'LF-001', name: '旧', leadRegion: '141081', sector: 'WATER' as const, category: 'OTHER', lists: ['provincial'], lon: '111.36', lat: '35.6', plannedFinish: '2025-06-30' };
  const opened = { id: 'P1', version: 3, typed };
  expect(updateInput({ ...typed, reason: ' ' }, opened, 'k')).toEqual({ id: 'P1', expectedVersion: 3, reason: null, idempotencyKey: 'k' });
  expect(updateInput({ ...typed, name: '新', lat: '35.61', plannedFinish: null }, opened, 'k')).toEqual({ id: 'P1', expectedVersion: 3, reason: null, idempotencyKey: 'k', name: '新', lon: 111.36, lat: 35.61, plannedFinish: null });
});
