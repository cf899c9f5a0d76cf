import { type DeskWork, rowOfWork } from '../../../client/funding/rows';

const line = (source: DeskWork['funding']['lines'][number]['source'], planned: string, allocated: string, arrived: string, paid: string, sample = false) => ({ source, planned, allocated, arrived, paid, sample });
const work = (lines: DeskWork['funding']['lines'], more: Partial<DeskWork> = {}): DeskWork => ({
  id: 'p1', number: 1, name: '湿地', sample: false, sampleFields: [], investment: '1000.00', stage: 'CONSTRUCTION', unverified: false, investmentDone: '400.00', annualPlanned: '300.00', annualDone: '60.00',
  funding: { planned: '0.00', allocated: '0.00', arrived: '0.00', paid: '0.00', arrivalRate: null, lines }, ...more,
});

describe('a work on the funding desk', () => {
  const two = work([line('CENTRAL_GRANT', '500.00', '500.00', '400.10', '400.11'), line('OTHER', '100.00', '0.00', '200.00', '0.00', true)]);

  it('adds up its sources exactly, and says of which more was paid than is in place, or is in place than was planned', () => {
    expect(rowOfWork(two, null)).toMatchObject({
      planned: '600.00', allocated: '500.00', arrived: '600.10', paid: '400.11', arrivalRate: 1.00016, paidAbove: ['CENTRAL_GRANT'], arrivedAbove: ['OTHER'], sample: true,
      investment: '1000.00', investmentDone: '400.00', annualPlanned: '300.00', annualDone: '60.00', annualRate: 0.2,
    });
    expect(rowOfWork(work([]), null)).toMatchObject({ planned: '0.00', arrivalRate: null, paymentRate: null, paidAbove: [], arrivedAbove: [], sample: false });
  });

  it('shows under a source that source’s money alone', () => {
    expect(rowOfWork(two, 'CENTRAL_GRANT')).toMatchObject({ planned: '500.00', arrived: '400.10', paid: '400.11', paidAbove: ['CENTRAL_GRANT'], arrivedAbove: [], sample: false, investment: '1000.00' });
  });

  it('has no rate where no year was planned', () => {
    expect(rowOfWork(work([], { annualPlanned: null }), null)).toMatchObject({ annualPlanned: null, annualRate: null });
    expect(rowOfWork(work([], { annualPlanned: '0.00' }), null).annualRate).toBeNull();
  });
});
