import { placeLabels, textWidth } from '../../../client/projects/page/labels';
import { segmentsOf } from '../../../client/projects/page/segments';

const event = (stage: 'CONSTRUCTION' | 'COMPLETED' | 'PREPARATION', effectiveDate: string, recordedAt = `${effectiveDate}T00:00:00Z`, status: 'REPORTED' | 'CONFIRMED' | 'REJECTED' = 'CONFIRMED') => ({ stage, effectiveDate, recordedAt, status });

describe('the stages of a work as stretches of days', () => {
  it('begin with preparation at registration and end today', () => {
    expect(segmentsOf('2023-01-01', [], '2024-01-01')).toEqual([{ stage: 'PREPARATION', from: '2023-01-01', to: '2024-01-01' }]);
  });

  it('follow the events in the order of their days', () => {
    expect(segmentsOf('2023-01-01', [event('COMPLETED', '2024-11-20'), event('CONSTRUCTION', '2023-11-09')], '2025-02-20')).toEqual([
      { stage: 'PREPARATION', from: '2023-01-01', to: '2023-11-09' },
      { stage: 'CONSTRUCTION', from: '2023-11-09', to: '2024-11-20' },
      { stage: 'COMPLETED', from: '2024-11-20', to: '2025-02-20' },
    ]);
  });

  it('leave rejected events and later days out', () => {
    const events = [event('CONSTRUCTION', '2023-11-09'), event('COMPLETED', '2024-11-20', undefined, 'REJECTED')];
    expect(segmentsOf('2023-01-01', events, '2025-02-20').at(-1)?.stage).toBe('CONSTRUCTION');
    expect(segmentsOf('2023-01-01', events, '2023-06-01')).toHaveLength(1);
  });

  it('take the last recorded of two on one day', () => {
    const events = [event('COMPLETED', '2024-05-01', '2024-05-02T00:00:00Z'), event('CONSTRUCTION', '2024-05-01', '2024-05-03T00:00:00Z')];
    expect(segmentsOf('2023-01-01', events, '2025-02-20').at(-1)?.stage).toBe('CONSTRUCTION');
  });
});

describe('labels', () => {
  it('give way to each other by rows and stay inside', () => {
    const placed = placeLabels([{ key: 'a', x: 0, width: 100, align: 'start' }, { key: 'b', x: 50, width: 80, align: 'start' }, { key: 'c', x: 300, width: 80, align: 'middle' }], 310);
    expect(placed.map(({ row }) => row)).toEqual([0, 1, 0]);
    expect(placed[2]!.left).toBe(230);
  });

  it('reckon Chinese signs as wide as they are high', () => {
    expect(textWidth('计划完工', 14)).toBe(56);
    expect(textWidth('2025-06-30', 14)).toBeCloseTo(81.2);
  });
});
