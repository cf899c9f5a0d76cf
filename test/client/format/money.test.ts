import fc from 'fast-check';
import { addMoney, exactly, fen, inWan, inYi, inYuan, moneyText, shareOf, typedMoney, yuan } from '../../../client/format/money';

describe('money', () => {
  it('shows works in 万元 and totals in 亿元', () => {
    expect(inWan('103800000.00', 'zh')).toBe('10,380');
    expect(inWan('103812500.00', 'zh')).toBe('10,381.25');
    expect(inYi('12937000000.00', 'zh')).toBe('129.37');
    expect(inYi('12937000000.00', 'en')).toBe('12,937.00');
    expect(exactly('1250000.01', 'zh')).toBe('125.000001');
    expect(inYuan('1250000.5')).toBe('1,250,000.50');
    expect(inWan('0.00', 'zh')).toBe('0');
    expect(inWan('-0.01', 'zh')).toBe('0');
    expect(inWan('-15000.00', 'zh')).toBe('-1.5');
  });

  it('rounds half away from zero', () => {
    expect(inYi('500000.00', 'zh')).toBe('0.01');
    expect(inYi('499999.99', 'zh')).toBe('0.00');
    expect(inYi('-500000.00', 'zh')).toBe('-0.01');
  });

  it('turns what was typed into exact yuan', () => {
    expect(typedMoney('1200', 'WAN')).toEqual({ ok: true, yuan: '12000000.00' });
    expect(typedMoney('0.1', 'WAN')).toEqual({ ok: true, yuan: '1000.00' });
    expect(typedMoney('1,200.50', 'YUAN')).toEqual({ ok: true, yuan: '1200.50' });
    expect(typedMoney('１２００', 'WAN')).toEqual({ ok: true, yuan: '12000000.00' });
    expect(typedMoney('999999999.999999', 'WAN')).toEqual({ ok: true, yuan: '9999999999999.99' });
  });

  it.each([['', 'empty'], ['  ', 'empty'], ['-1', 'malformed'], ['1e3', 'malformed'], ['NaN', 'malformed'], ['12,00', 'malformed'],
    ['1.2.3', 'malformed'], ['1.001', 'decimals'], ['10000000000000', 'tooLarge']])('refuses "%s"', (text, problem) => {
    expect(typedMoney(text, 'YUAN')).toEqual({ ok: false, problem });
  });

  it('loses no fen on the way through a field', () => {
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 15n - 1n), fc.constantFrom('WAN' as const, 'YUAN' as const), (value, unit) => {
      const money = yuan(value);
      expect(typedMoney(moneyText(money, unit), unit)).toEqual({ ok: true, yuan: money });
      expect(fen(money)).toBe(value);
    }));
  });

  it('adds and divides exactly', () => {
    expect(addMoney('0.10', '0.20')).toBe('0.30');
    expect(shareOf('82880000.00', '103800000.00')).toBeCloseTo(0.79845, 4);
    expect(shareOf('1.00', '0.00')).toBeNull();
  });
});
