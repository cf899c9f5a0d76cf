import { refuse } from '../../api/refusal';
import { requiredText } from '../../api/text';
import { may } from '../../access/policy';
import type { Sheet } from '../../catalogue/sheet';
import { FundingSource } from '../../funding/funding.entity';
import { Project } from '../../portfolio/project.entity';
import { registered } from '../../portfolio/work-rules';
import { scopeOf } from '../../portfolio/writing';
import { noWrites, type Desk, type Target } from './desk';
import { categoryOf, planFields } from './plan-fields';
import { planTotals } from './plan-money';
import { planProgress } from './plan-progress';
import { planSteps, stepsOf } from './plan-stage';
import type { RowCheck } from './row-check';
import type { WorkFields } from './rows';

/** The category of a work that no other fits, where the city's pack has one. */
const OTHER = 'OTHER';

/** What a new work cannot do without, as its column is usually titled. */
const NEEDED = { name: '项目名称', regions: '县（市、区）', sector: '领域', category: '类别' } as const;

/** Plans a row of works: what it changes of the record, of stage and progress, and of the money. */
export function planWork(desk: Desk, check: RowCheck<WorkFields>, target: Target): void {
  if (!target.isNew) compareFixed(desk, check, target);
  planFields(desk, check, target);
  const steps = stepsOf(desk, check, target);
  planProgress(desk, check, target, steps);
  planSteps(desk, check, target, steps);
  planTotals(desk, check, target, FundingSource.OTHER);
}

/** What an import does not change must be as it stands; of the regions a part is enough, since many files name the lead alone. */
function compareFixed(desk: Desk, check: RowCheck<WorkFields>, { sheet }: Target): void {
  const own = sheet.regions.map(({ adcode }) => adcode);
  if (check.value('regions')?.some((adcode) => !own.includes(adcode))) check.refuse(refuse('IMPORT_FIXED', { before: desk.show.names(sheet.regions) ?? '' }), 'regions');
  const number = check.value('number');
  if (number !== undefined && number !== sheet.project.number) check.note('NUMBER_IGNORED', 'number', { given: String(number), number: String(sheet.project.number) });
  const sector = check.value('sector');
  if (sector !== undefined && sector !== sheet.project.sectorCode) check.refuse(refuse('IMPORT_FIXED', { before: desk.show.name(desk.reference.sectorByCode.get(sheet.project.sectorCode)) ?? '' }), 'sector');
}

/**
 * A work that is to be registered, as it would stand: under no number yet, from the earliest day that its row knows of it.
 * @returns null when the row lacks what a new work needs, or whoever imports may not register it: that is noted.
 */
export function draftWork(desk: Desk, check: RowCheck<WorkFields>): Target | null {
  const { identity, reference } = desk;
  const code = check.value('code');
  if (!may(identity, 'CREATE_WORK')) {
    if (code === undefined) check.refuse(refuse('IMPORT_NEW_FORBIDDEN', { name: check.value('name') ?? '' }), 'name');
    else check.refuse(refuse('NOT_FOUND'), 'code');
    return null;
  }
  const category = check.value('category') ?? assumedCategory(desk, check);
  const missing = (Object.keys(NEEDED) as (keyof typeof NEEDED)[]).filter((key) => (key === 'category' ? !category : check.value(key) === undefined));
  for (const key of missing) check.refuse(refuse('IMPORT_NEW_NEEDS', { column: NEEDED[key] }), 'name', 'code');
  const name = check.holds(() => requiredText(check.value('name') ?? '', 'input.name', 200));
  const checkedCode = check.holds(() => (code === undefined ? '' : requiredText(code, 'input.code', 60)));
  if (missing.length || name === undefined || checkedCode === undefined) return null;
  const regions = reference.regions.filter(({ adcode }) => check.value('regions')!.includes(adcode));
  const leadRegion = reference.regionByAdcode.get(check.value('regions')![0])!;
  const place = { leadRegionId: leadRegion.id, sectorCode: check.value('sector')! };
  const found = categoryOf(desk, category!)!;
  const nothing = { nationalCode: null, ownerUnit: null, scale: null, content: null, waterBody: null, lon: null, lat: null, plannedStart: null, plannedFinish: null, investment: null };
  const project = Object.assign(new Project(), registered({ ...place, ...nothing, number: 0, code: checkedCode, name, categoryId: found.id, registeredOn: firstDay(desk, check) }));
  const sheet: Sheet = { project, leadRegion, regions, category: found, lists: [], stages: [], suspensions: [], progress: [], plans: [], entries: [], annualPlans: [], procedures: [] };
  const target: Target = { sheet, scope: scopeOf(place, regions), isNew: true, writes: { ...noWrites(), words: ['入库'] } };
  if (!desk.allows(check, 'CREATE_WORK', target, ['sector'])) return null;
  check.change('name', 'name', null, name);
  check.change('regions', 'regions', null, desk.show.names([leadRegion, ...regions.filter((region) => region !== leadRegion)]));
  check.change('sector', 'sector', null, desk.show.name(reference.sectorByCode.get(place.sectorCode)));
  check.change('category', check.read('category') ? 'category' : null, null, desk.show.name(found));
  return target;
}

function assumedCategory(desk: Desk, check: RowCheck<WorkFields>): string | undefined {
  const other = categoryOf(desk, OTHER);
  if (other) check.note('CATEGORY_ASSUMED', 'category', { category: desk.show.name(other) ?? '' });
  return other?.code;
}

/** The earliest day that a row knows of its work: what happened before a work was registered could not be recorded. */
function firstDay(desk: Desk, check: RowCheck<WorkFields>): string {
  const days = [desk.dayOf(check.row), check.value('actualStart'), check.value('actualFinish')].filter((day) => day !== null && day !== undefined);
  return days.reduce((first, day) => (day < first ? day : first), desk.today);
}
