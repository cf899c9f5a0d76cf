import type { SectorCode } from '../../api/identity';
import { refuse } from '../../api/refusal';
import { requiredText } from '../../api/text';
import { may } from '../../access/policy';
import type { Sheet } from '../../catalogue/sheet';
import { FundingSource } from '../../funding/funding.entity';
import type { Project } from '../../portfolio/project.entity';
import type { Category } from '../../portfolio/reference.entity';
import { newWork } from '../../portfolio/work-rules';
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
  const { reference } = desk;
  const name = newName(desk, check);
  if (name === null) return null;
  const needed = newNeeds(desk, check);
  const code = check.holds(() => (check.read('code') ? requiredText(check.value('code')!, 'input.code', 60) : ''));
  if (!needed || code === undefined) return null;
  const { adcodes, category, sectorCode } = needed;
  const leadRegion = reference.regionByAdcode.get(adcodes[0])!;
  const regions = reference.regions.filter(({ adcode }) => adcodes.includes(adcode));
  const project = newWork({ number: 0, code, name, leadRegionId: leadRegion.id, sectorCode, categoryId: category.id, registeredOn: firstDay(desk, check) });
  const target: Target = {
    // It has no row yet: nothing asks for its key before it has.
    sheet: { project: project as unknown as Project, leadRegion, regions, category, ...NOTHING_HAPPENED },
    scope: scopeOf(project, regions), isNew: true, writes: noWrites('入库'),
  };
  if (!desk.allows(check, 'CREATE_WORK', target, ['sector'])) return null;
  check.change('name', 'name', null, name);
  check.change('regions', 'regions', null, desk.show.names([leadRegion, ...regions.filter((region) => region !== leadRegion)]));
  check.change('sector', 'sector', null, desk.show.name(reference.sectorByCode.get(sectorCode)));
  check.change('category', check.read('category') ? 'category' : null, null, desk.show.name(category));
  return target;
}

const NOTHING_HAPPENED = { lists: [], stages: [], suspensions: [], progress: [], plans: [], entries: [], annualPlans: [], procedures: [] } satisfies Partial<Sheet>;

/** The name of a work that the sender may register at all; else why not is noted. */
function newName({ identity }: Desk, check: RowCheck<WorkFields>): string | null {
  const name = check.value('name');
  const creates = may(identity, 'CREATE_WORK');
  // A code that is not there, and nothing beside it that could be a new work, is a slip.
  if (check.read('code') && (name === undefined || !creates)) check.refuse(refuse('NOT_FOUND'), 'code');
  else if (!creates) check.refuse(refuse('IMPORT_NEW_FORBIDDEN', { name: name ?? '' }), 'name');
  else return check.holds(() => requiredText(name ?? '', 'input.name', 200)) ?? null;
  return null;
}

/** What a new work cannot do without beside its name; what is missing is noted. */
function newNeeds(desk: Desk, check: RowCheck<WorkFields>): { adcodes: string[]; sectorCode: SectorCode; category: Category } | null {
  const adcodes = check.value('regions');
  // What a department registers is of its own sector, unless it says otherwise, which it may not.
  const sectorCode = check.value('sector') ?? desk.identity.sector ?? undefined;
  const category = check.read('category') ? categoryOf(desk, check.value('category')!) : assumedCategory(desk, check);
  if (adcodes && sectorCode && category) return { adcodes, sectorCode, category };
  const missing = [...(adcodes ? [] : ['县（市、区）']), ...(sectorCode ? [] : ['领域']), ...(category ? [] : ['类别'])];
  check.refuse(refuse('IMPORT_NEW_NEEDS', { columns: missing.join('、') }), 'name');
  return null;
}

function assumedCategory(desk: Desk, check: RowCheck<WorkFields>): Category | undefined {
  const other = categoryOf(desk, OTHER);
  if (other) check.note('CATEGORY_ASSUMED', 'category', { category: desk.show.name(other) ?? '' });
  return other;
}

/** The earliest day that a row knows of its work: what happened before a work was registered could not be recorded. */
function firstDay(desk: Desk, check: RowCheck<WorkFields>): string {
  const days = [desk.dayOf(check.row), check.value('plannedStart'), check.value('actualStart'), check.value('actualFinish')].filter((day) => day !== null && day !== undefined);
  return days.reduce((first, day) => (day < first ? day : first), desk.today);
}
