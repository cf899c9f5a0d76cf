import fc from 'fast-check';
import { formatYuan, yuanText } from '../../server/api/money';

describe('sums in sentences', () => {
  it('have separators where people read them', () => {
    expect([123_456_789, 100_000, 99_999, 5, 0, -250_000_010].map(yuanText)).toEqual(['1,234,567.89', '1,000.00', '999.99', '0.05', '0.00', '-2,500,000.10']);
    expect(yuanText(1_293_700_000_000_00n)).toBe('1,293,700,000,000.00');
  });

  it('are the API’s sums but for the separators', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (fen) => {
      expect(yuanText(fen).replaceAll(',', '')).toBe(formatYuan(fen));
      expect(yuanText(fen)).toMatch(/^-?\d{1,3}(,\d{3})*\.\d{2}$/);
    }));
  });
});
