import { pack } from './linfen';

const months = Array.from({ length: 49 }, (_, i) => `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);
const flowsOf = (region: string, river: string): number[] => pack.flows.filter((row) => row.region === region && row.river === river).map(({ flow }) => flow);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function correlation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [a, b].map((values) => values.map((value) => Math.log(value) - mean(values.map(Math.log))));
  const dot = (one: readonly number[], other: readonly number[]): number => one.reduce((sum, value, i) => sum + value * other[i], 0);
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
}

describe('the targets of ecological flow', () => {
  it('are the ten of the published plan, in litres per second', () => {
    expect(pack.flowTargets.map(({ region, river, target }) => [region, river, target])).toEqual([
      ['141002', '涝洰河', 560], ['141022', '浍河', 500], ['141021', '浍河', 1000], ['141081', '浍河', 1500],
      ['141082', '汾河', 15000], ['141024', '汾河', 15000], ['141002', '汾河', 15000], ['141023', '汾河', 15000], ['141021', '汾河', 15000], ['141081', '汾河', 15000],
    ]);
  });

  it('ask for 62 million cubic metres of replenishment a year', () => {
    expect(pack.info.ecologicalFlow?.replenishmentTarget).toBe(62_000_000);
  });
});

describe('the flows of the demonstration', () => {
  it('stand for every month of 2021 to January 2025, and say that they are made up', () => {
    for (const { region, river } of pack.flowTargets) expect([river, pack.flows.filter((row) => row.region === region && row.river === river).map(({ month }) => month)]).toEqual([river, months]);
    expect(pack.flows.every(({ sample }) => sample)).toBe(true);
    expect(pack.flows).toHaveLength(490);
  });

  it('are high in the months of rain, and miss the target now and then in the dry ones', () => {
    const wet = (month: string): boolean => ['07', '08', '09', '10'].includes(month.slice(5));
    for (const { region, river, target } of pack.flowTargets) {
      const own = pack.flows.filter((row) => row.region === region && row.river === river);
      const [rain, rest] = [own.filter(({ month }) => wet(month)), own.filter(({ month }) => !wet(month))];
      expect(mean(rain.map(({ flow }) => flow)) / mean(rest.map(({ flow }) => flow))).toBeGreaterThan(1.4);
      expect(rest.some(({ flow }) => flow < target)).toBe(true);
      expect(own.filter(({ flow }) => flow >= target).length).toBeGreaterThan(24);
    }
  });

  it('move together along one river more than between rivers', () => {
    const fen = ['141082', '141024', '141002', '141023', '141021', '141081'].map((region) => flowsOf(region, '汾河'));
    for (const one of fen.slice(1)) expect(correlation(fen[0], one)).toBeGreaterThan(0.97);
    const between = correlation(fen[0], flowsOf('141021', '浍河'));
    expect(between).toBeGreaterThan(0.5);
    expect(between).toBeLessThan(0.97);
  });
});

it('the replenishment of the demonstration is told month by month in 万立方米, and says that it is made up', () => {
  expect(pack.replenishment.map(({ month }) => month)).toEqual(months);
  expect(pack.replenishment.every(({ sample, region, volume }) => sample && region === null && volume > 0 && volume % 10_000 === 0)).toBe(true);
});
