import type { PackFundingEntry, PackProject } from '../../server/exchange/pack/read';
import { dayOf, of, pack, progressOn, someDays, stageOn, suspendedOn, addDays, daysBetween } from './linfen';

const sum = (entries: readonly PackFundingEntry[], kind: string, day = '9999'): number => entries.reduce((total, entry) => total + (entry.kind === kind && entry.date <= day ? entry.amount : 0), 0);

/** The plan of a source in force on a day. */
function plannedOn(work: PackProject, source: string, day: string): number {
  return of(pack.fundingPlans, work).filter((plan) => plan.source === source && plan.effectiveDate <= day).at(-1)?.planned ?? 0;
}

const sourcesOf = (work: PackProject): string[] => [...new Set(of(pack.fundingPlans, work).map((plan) => plan.source))];

describe('funding', () => {
  it('every work has two to five sources that cover 85 to 100 percent of its investment', () => {
    for (const work of pack.projects) {
      const sources = sourcesOf(work);
      const planned = sources.reduce((total, source) => total + plannedOn(work, source, '2025-02-20'), 0);
      expect(sources.length).toBeGreaterThanOrEqual(2);
      expect(sources.length).toBeLessThanOrEqual(5);
      expect(planned / (work.investment ?? 1)).toBeGreaterThanOrEqual(0.85);
      expect(planned).toBeLessThanOrEqual(work.investment ?? 0);
    }
  });

  it('nothing is allocated above plan, arrives above what was allocated, or is paid above what arrived: by work, by source, on every day of booking', () => {
    for (const work of pack.projects) {
      for (const source of sourcesOf(work)) {
        const entries = of(pack.fundingEntries, work).filter((entry) => entry.source === source);
        for (const day of new Set(entries.map((entry) => entry.date))) {
          expect(sum(entries, 'ALLOCATED', day)).toBeLessThanOrEqual(plannedOn(work, source, day));
          expect(sum(entries, 'ARRIVED', day)).toBeLessThanOrEqual(sum(entries, 'ALLOCATED', day));
          expect(sum(entries, 'PAID', day)).toBeLessThanOrEqual(sum(entries, 'ARRIVED', day));
        }
      }
    }
  });

  it('86 percent of the planned money has arrived by the last day, and most of it is paid', () => {
    const planned = pack.projects.reduce((total, work) => total + sourcesOf(work).reduce((own, source) => own + plannedOn(work, source, '2025-02-20'), 0), 0);
    const arrived = sum(pack.fundingEntries, 'ARRIVED');
    expect(arrived / planned).toBeCloseTo(0.86, 2);
    expect(sum(pack.fundingEntries, 'PAID') / arrived).toBeGreaterThan(0.7);
  });

  it('allocations carry a document number; other entries need none', () => {
    for (const entry of pack.fundingEntries) if (entry.kind === 'ALLOCATED') expect(entry.documentNumber).toMatch(/\d{4}[〕-]\d+/);
  });

  it('no two works share the sums and dates of their entries', () => {
    const marks = pack.projects.map((work) => of(pack.fundingEntries, work).map((entry) => `${entry.kind} ${entry.amount} ${entry.date}`).join('|'));
    expect(new Set(marks).size).toBe(95);
    const paid = pack.fundingEntries.filter((entry) => entry.kind === 'PAID').map((entry) => entry.amount);
    expect(new Set(paid).size / paid.length).toBeGreaterThan(0.98);
  });

  it('offices book nothing on weekends', () => {
    for (const entry of pack.fundingEntries) expect([0, 6]).not.toContain(new Date(entry.date).getUTCDay());
  });
});

describe('progress', () => {
  it('runs from the start to 100 at the completion, and stands between 15 and 95 for works in construction', () => {
    for (const work of pack.projects) {
      const entries = of(pack.progress, work);
      const finish = dayOf(work, 'COMPLETED');
      const last = entries[entries.length - 1];
      expect(entries[0].date > (dayOf(work, 'CONSTRUCTION') ?? '')).toBe(true);
      expect(entries[0].progress).toBeLessThan(30);
      if (finish === null) {
        expect(last.progress).toBeGreaterThanOrEqual(15);
        expect(last.progress).toBeLessThanOrEqual(95);
        expect(last.date >= '2025-02-01').toBe(true);
      } else {
        expect(last.progress).toBe(100);
        expect(daysBetween(last.date, finish)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(last.date, finish)).toBeLessThanOrEqual(3);
        expect(entries[entries.length - 2].progress).toBeLessThan(100);
        expect(last.investmentDone / (work.investment ?? 1)).toBeGreaterThanOrEqual(0.95);
      }
      expect(last.investmentDone).toBeLessThanOrEqual(work.investment ?? 0);
    }
  });

  it('is reported at least every five weeks, on days of the work’s own', () => {
    for (const work of pack.projects) {
      const entries = of(pack.progress, work);
      for (let place = 1; place < entries.length; place++) expect(daysBetween(entries[place - 1].date, entries[place].date)).toBeLessThanOrEqual(35);
    }
    expect(new Set(pack.projects.map((work) => of(pack.progress, work).map((entry) => entry.date).join(' '))).size).toBe(95);
  });

  it('stands still while a work rests', () => {
    for (const rest of pack.suspensions) {
      const work = pack.projects.find((each) => each.code === rest.project) ?? pack.projects[0];
      const during = of(pack.progress, work).filter((entry) => entry.date > rest.from && suspendedOn(work, entry.date));
      for (const entry of during) expect([entry.progress, entry.investmentDone]).toEqual([during[0].progress, during[0].investmentDone]);
    }
  });
});

describe('annual plans', () => {
  it('of a work that is planned within the pack’s years add up to its investment', () => {
    for (const work of pack.projects) {
      const plans = of(pack.annualPlans, work);
      // A plan is issued in its year: later years are not planned yet on the last day.
      if ((work.plannedFinish ?? '9999') <= '2025-12-31') expect([work.code, plans.reduce((total, { planned }) => total + planned, 0)]).toEqual([work.code, work.investment]);
      for (const { year, effectiveDate } of plans) expect(effectiveDate <= `${year}-12-31`).toBe(true);
    }
  });
});

describe('stage, progress and money agree on every day', () => {
  it.each(someDays)('%s', (day) => {
    for (const work of pack.projects) {
      const stage = stageOn(work, day);
      const { progress, done } = progressOn(work, day);
      const entries = of(pack.fundingEntries, work);
      const paid = sum(entries, 'PAID', day);
      if (stage === 'PREPARATION') expect([work.code, progress, done, paid]).toEqual([work.code, 0, 0, 0]);
      // The last report may come up to three days before the completion is recorded.
      if (stage === 'CONSTRUCTION' && stageOn(work, addDays(day, 3)) === 'CONSTRUCTION') expect(progress).toBeLessThan(100);
      if (stage === 'COMPLETED') expect(progress).toBe(100);
      expect(paid).toBeLessThanOrEqual(done);
      expect(done).toBeLessThanOrEqual(work.investment ?? 0);
      // Money spent and work done go together within a tenth of the whole.
      expect(Math.abs(done / (work.investment ?? 1) - progress / 100)).toBeLessThan(0.1);
    }
  });
});
