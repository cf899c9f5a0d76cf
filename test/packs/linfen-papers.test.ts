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
