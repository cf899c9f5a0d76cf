import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { CHAIN_START, chainHash } from '../../server/database/chain';

type Change = Parameters<typeof chainHash>[1];

/** As the documentation has it, in one line. */
const slow = (previous: string, { seq, at, actor, kind, subjectType, subjectId, adcodes, sector, summary, payload }: Change): string =>
  createHash('sha256').update(JSON.stringify([previous, seq, at.toISOString(), actor, kind, subjectType, subjectId, adcodes, sector, summary, payload]), 'utf8').digest('hex');

const plain: Change = { seq: 1, at: new Date('2024-06-30T04:00:00.000Z'), actor: 'taskforce', kind: 'PROJECT_CREATED', subjectType: 'Project', subjectId: 1, adcodes: '990001', sector: 'WATER', summary: '入库', payload: '[]' };

describe('the hash of a change', () => {
  it('is that of one JSON array, whatever the record says: quotes, controls, halves of characters, texts of any length', () => {
    const odd = fc.constantFrom('"', '\\', '\n', '\u0000', '\u001f', '\u007f', '\u2028', '\uFFFD', '\ud83c', '\udf0a', '🌊', '汾', 'é', 'a');
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(odd).map((parts) => parts.join('')), fc.json());
    const change = fc.record({ seq: fc.nat(), at: fc.date({ noInvalidDate: true, min: new Date('1970-01-01'), max: new Date('2199-12-31') }), actor: text, kind: text, subjectType: text, subjectId: fc.nat(), adcodes: text, sector: fc.option(text), summary: text, payload: text });
    fc.assert(fc.property(text, change, (previous, one) => expect(chainHash(previous, one)).toBe(slow(previous, one))), { numRuns: 2000 });
  });

  it.each([0, 1, 10_000, 21_000, 21_845, 22_000, 65_535, 70_000, 1_000_000])('holds for a payload of %i characters, narrow and wide', (length) => {
    for (const character of ['a', '"', '汾']) {
      const one = { ...plain, payload: character.repeat(length) };
      expect(chainHash(CHAIN_START, one)).toBe(slow(CHAIN_START, one));
    }
  });
});
