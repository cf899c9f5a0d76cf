import { dayOf, daysBetween, of, pack } from './linfen';

const ORDER = [
  'PROPOSAL', 'FEASIBILITY', 'LAND_USE', 'PLANNING_PERMIT', 'ENVIRONMENTAL_ASSESSMENT', 'WATER_CONSERVATION', 'FLOOD_IMPACT',
  'SEWAGE_OUTLET', 'PRELIMINARY_DESIGN', 'BUDGET_REVIEW', 'TENDERING', 'CONSTRUCTION_PERMIT', 'FINAL_ACCEPTANCE',
];

describe('procedures', () => {
  it('every work goes through five to thirteen, in legal order', () => {
    for (const work of pack.projects) {
      const rows = of(pack.procedures, work);
      expect(rows.length).toBeGreaterThanOrEqual(5);
      expect(rows.length).toBeLessThanOrEqual(13);
      const places = rows.map((row) => ORDER.indexOf(row.kind));
      expect(places).toEqual([...places].sort((one, other) => one - other));
      const done = rows.flatMap((row) => row.doneOn ?? []);
      expect(done).toEqual([...done].sort());
    }
  });

  it('all but those still running are done before the start, and the acceptance follows the completion', () => {
    for (const work of pack.projects) {
      const start = dayOf(work, 'CONSTRUCTION') ?? '';
      const finish = dayOf(work, 'COMPLETED');
      for (const row of of(pack.procedures, work)) {
        const label = `${work.code} ${row.kind}`;
        if (row.kind === 'FINAL_ACCEPTANCE') {
          if (finish === null) expect([label, row.status]).toEqual([label, 'NOT_STARTED']);
          if (row.appliedOn !== null) expect([label, finish !== null && row.appliedOn > finish]).toEqual([label, true]);
        } else if (row.status === 'DONE') expect([label, (row.doneOn ?? '') < start]).toEqual([label, true]);
        else expect([label, row.status, finish, (row.appliedOn ?? '') > start]).toEqual([label, 'IN_PROGRESS', null, true]);
      }
    }
  });

  it('a completion that waits for confirmation has not been accepted', () => {
    const reported = pack.stageEvents.filter((event) => event.status === 'REPORTED').map((event) => event.project);
    for (const row of pack.procedures) if (row.kind === 'FINAL_ACCEPTANCE' && reported.includes(row.project)) expect(row.status).not.toBe('DONE');
  });

  it('each says who holds it and by when it was promised', () => {
    for (const row of pack.procedures) {
      expect(row.heldBy).not.toBeNull();
      if (row.appliedOn !== null) expect(daysBetween(row.appliedOn, row.due ?? '')).toBe(row.promisedDays);
    }
    const running = pack.procedures.filter((row) => row.status === 'IN_PROGRESS' && row.kind !== 'FINAL_ACCEPTANCE');
    expect(running.length).toBeGreaterThan(5);
    expect(running.length).toBeLessThan(25);
  });
});

describe('suspensions', () => {
  it('lie in winter: they begin from December to February and end in February or March', () => {
    expect(pack.suspensions.length).toBeGreaterThan(10);
    for (const rest of pack.suspensions) {
      expect(['12', '01', '02']).toContain(rest.from.slice(5, 7));
      if (rest.to !== null) expect(['02', '03']).toContain(rest.to.slice(5, 7));
      expect((rest.expectedResumption ?? '') > rest.from).toBe(true);
    }
  });

  it('those that last are expected to end after the last day', () => {
    const open = pack.suspensions.filter((rest) => rest.to === null);
    expect(open).toHaveLength(2);
    for (const rest of open) expect((rest.expectedResumption ?? '') > '2025-02-20').toBe(true);
  });
});

describe('water', () => {
  const good = (period: string): number => pack.sectionResults.filter((result) => result.period === period && ['I', 'II', 'III'].includes(result.class)).length;

  it('seven of nine sections were good in 2023, eight in 2024 and in the latest month', () => {
    expect(good('2023')).toBe(7);
    expect(good('2024')).toBe(8);
    expect(good('2025-01')).toBe(8);
  });

  it('every section has 25 months and two years, all of them sample', () => {
    for (const section of pack.sections) {
      const own = pack.sectionResults.filter((result) => result.section === section.code);
      expect(own.filter((result) => result.period.length === 7)).toHaveLength(25);
      expect(own.filter((result) => result.period.length === 4).map((result) => result.period)).toEqual(['2023', '2024']);
      expect(own.every((result) => result.sample)).toBe(true);
    }
  });

  it('one or two sections miss their own target in the latest month', () => {
    const classes = ['I', 'II', 'III', 'IV', 'V', 'INFERIOR_V'];
    const missed = pack.sections.filter((section) => {
      const latest = pack.sectionResults.find((result) => result.section === section.code && result.period === '2025-01');
      return latest !== undefined && classes.indexOf(latest.class) > classes.indexOf(section.targetClass);
    });
    expect(missed.length).toBeGreaterThanOrEqual(1);
    expect(missed.length).toBeLessThanOrEqual(2);
  });

  it('a section keeps its class from most months to the next, and moves by one class', () => {
    const classes = ['I', 'II', 'III', 'IV', 'V', 'INFERIOR_V'];
    let [steps, kept] = [0, 0];
    for (const section of pack.sections) {
      const months = pack.sectionResults.filter((result) => result.section === section.code && result.period.length === 7).map((result) => classes.indexOf(result.class));
      for (let place = 1; place < months.length; place++) {
        steps += 1;
        if (months[place] === months[place - 1]) kept += 1;
        expect(Math.abs(months[place] - months[place - 1])).toBeLessThanOrEqual(1);
      }
    }
    expect(kept / steps).toBeGreaterThan(0.6);
  });
});
