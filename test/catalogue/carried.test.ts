import fc from 'fast-check';
import { Role, SectorCode, type Identity } from '../../server/api/identity';
import { Chosen } from '../../server/catalogue/chosen';
import { FactBase } from '../../server/catalogue/fact-base';
import type { Facts } from '../../server/catalogue/facts';
import type { ProjectFilter } from '../../server/catalogue/filter';
import { OrderDirection, Ordering, ProjectOrderField, type ProjectOrder } from '../../server/catalogue/order';
import { Health } from '../../server/dispatch/rules';
import { Stage } from '../../server/portfolio/facts.entity';
import { createWork, startTestApp, type TestApp, type TestClient } from '../harness';
import { apply, change, Programme } from './programme';

const somebody = (role: Role, place: Partial<Identity> = {}): Identity => ({ userId: 1, username: 'x', credential: 'token:1@1', role, regionId: null, adcode: null, departmentId: null, sector: null, ...place });
const { ASC, DESC } = OrderDirection;
const by = (field: ProjectOrderField, direction = ASC): ProjectOrder => ({ field, direction });

/** Asked again and again, so that what was kept of the last time is what answers. */
const QUESTIONS: { viewer: Identity; day: string; filter: ProjectFilter | null; orderBy: ProjectOrder[] | null }[] = [
  { viewer: somebody(Role.TASK_FORCE), day: '2024-06-30', filter: null, orderBy: null },
  { viewer: somebody(Role.TASK_FORCE), day: '2024-06-30', filter: { stages: [Stage.CONSTRUCTION] }, orderBy: [by(ProjectOrderField.NAME, DESC)] },
  { viewer: somebody(Role.LEADER), day: '2024-06-30', filter: { health: [Health.SERIOUS, Health.LAGGING] }, orderBy: [by(ProjectOrderField.PROGRESS, DESC), by(ProjectOrderField.REGION)] },
  { viewer: somebody(Role.TASK_FORCE), day: '2024-03-31', filter: { suspended: false }, orderBy: [by(ProjectOrderField.FUNDS_ARRIVED, DESC)] },
  { viewer: somebody(Role.COUNTY, { regionId: 1, adcode: '990002' }), day: '2024-06-30', filter: null, orderBy: [by(ProjectOrderField.PLANNED_FINISH)] },
  { viewer: somebody(Role.DEPARTMENT, { departmentId: 1, sector: SectorCode.WATER }), day: '2024-06-30', filter: { search: '工程' }, orderBy: [by(ProjectOrderField.INVESTMENT, DESC)] },
  { viewer: somebody(Role.TASK_FORCE), day: '2024-06-30', filter: { search: '改' }, orderBy: [by(ProjectOrderField.SECTOR), by(ProjectOrderField.PLANNED_START, DESC)] },
];

/** Everything that facts say to a question: all works that pass, and the pages in which they come. */
function answer(facts: Facts, { viewer, day, filter, orderBy }: (typeof QUESTIONS)[number], size: number): object {
  const chosen = new Chosen(facts, viewer, day, filter);
  const ordering = new Ordering(orderBy, facts, day);
  const rows = ordering.rows();
  const pages = [];
  for (let start = 0; ; ) {
    const page = chosen.page(rows, start, size);
    pages.push({ before: page.before, after: page.after, works: page.works.map(({ sheet, standing: { stage, health, progress, funds } }) => [sheet.project.number, sheet.project.name, stage, health, progress, funds]) });
    if (!page.after) break;
    start = ordering.indexAfter(ordering.cursor(page.works.at(-1)!));
  }
  return { pages, numbers: chosen.works().map(({ sheet }) => sheet.project.number), counting: facts.worksOn(day).map(({ sheet }) => sheet.project.number) };
}

describe('what was found out about the works before a change', () => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine: 'sqlite' });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  it('answers after it as if everything had been read anew, and whoever still reads the state before sees that state', async () => {
    const programme = new Programme('tiny');
    for (let i = 0; i < 12; i++) await createWork(taskforce, { sector: i % 2 ? 'WATER' : 'URBAN', category: i % 2 ? 'DREDGE' : 'PIPES', leadRegion: i % 3 ? '990001' : '990002' });
    await programme.read(taskforce);
    const base = new FactBase(app.database);
    const states: { facts: Facts; answers: object[] }[] = [];
    const say = (facts: Facts, size: number) => QUESTIONS.map((question) => answer(facts, question, size));
    await fc.assert(
      fc.asyncProperty(change(), fc.nat({ max: 4 }), fc.boolean(), async (one, size, grow) => {
        await apply(one, app, taskforce, programme);
        if (grow) await createWork(taskforce, { name: `改${size}` });
        await programme.read(taskforce);
        const facts = await base.latest();
        const fresh = await new FactBase(app.database).latest();
        expect(fresh).not.toBe(facts);
        const answers = say(facts, size + 1);
        expect(answers).toEqual(say(fresh, size + 1));
        // States long past are asked again after what they hold was taken over by others.
        states.push({ facts, answers: say(facts, 3) });
        const past = states[Math.floor(states.length / 2)];
        expect(say(past.facts, 3)).toEqual(past.answers);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
