import { requiredText } from '../../api/text';
import { DEGREE_SCALE, type Project } from '../../portfolio/project.entity';
import type { Category, WorkList } from '../../portfolio/reference.entity';
import { checkedFields, checkPosition, planWarnings, revised, type WorkFieldsInput } from '../../portfolio/work-rules';
import type { Desk, Target } from './desk';
import { sameName } from './match';
import { squeeze } from './read-text';
import type { RowCheck } from './row-check';
import type { WorkFields } from './rows';

const FIELDS = ['name', 'nationalCode', 'ownerUnit', 'scale', 'content', 'waterBody', 'plannedStart', 'plannedFinish', 'category', 'lists', 'investment', 'lon', 'lat'] as const;
type Field = (typeof FIELDS)[number];

/** What a field is called among a work's made-up ones. */
const sampleName = (field: Field): string => (field === 'lon' || field === 'lat' ? 'location' : field);

/** Two writings of one text: brackets, blanks and letters are written wide and narrow. */
const sameText = (a: string, b: string | null): boolean => b !== null && (a === b || squeeze(a) === squeeze(b));

const samePlace = (a: number, b: number | null): boolean => b !== null && Math.round(a * DEGREE_SCALE) === Math.round(b * DEGREE_SCALE);

export const categoryOf = (desk: Desk, code: string): Category | undefined => desk.reference.categories.find((category) => category.code === code);

const listsOf = (desk: Desk, codes: readonly string[]): WorkList[] => desk.reference.lists.filter(({ code }) => codes.includes(code));

/** The fields of the record in which the row differs from what stands. */
function differing(check: RowCheck<WorkFields>, { sheet }: Target): Field[] {
  return FIELDS.filter((field) => check.read(field) && !stands(check, field, sheet));
}

/** Whether a value of the row is what stands. */
function stands(check: RowCheck<WorkFields>, field: Field, { project, category, lists }: Target['sheet']): boolean {
  switch (field) {
    case 'name': return sameName(check.value(field)!, project.name);
    case 'category': return check.value(field) === category.code;
    case 'lists': return check.value(field)!.length === lists.length && lists.every(({ code }) => check.value(field)!.includes(code));
    case 'investment': case 'plannedStart': case 'plannedFinish': return check.value(field) === project[field];
    case 'lon': case 'lat': return samePlace(check.value(field)!, project[field]);
    default: return sameText(check.value(field)!, project[field]);
  }
}

/** Half a position is judged beside the half that stands. */
function placeOf(check: RowCheck<WorkFields>, { sheet: { project } }: Target, changed: readonly Field[]): Pick<WorkFieldsInput, 'lon' | 'lat'> {
  if (!changed.includes('lon') && !changed.includes('lat')) return {};
  return { lon: check.value('lon') ?? project.lon, lat: check.value('lat') ?? project.lat };
}

/**
 * Plans what a row changes of a work's own record. What equals what stands asks for nothing, so that who may not change
 * the record may still send it whole.
 */
export function planFields(desk: Desk, check: RowCheck<WorkFields>, target: Target): void {
  const { sheet, writes } = target;
  const fields = differing(check, target);
  if (!fields.length || !desk.allows(check, target.isNew ? 'CREATE_WORK' : 'UPDATE_WORK', target, fields)) return;
  const given = <K extends Field>(key: K): WorkFields[K] | undefined => (fields.includes(key) ? check.value(key) : undefined);
  const patch = check.holds(() => {
    const checked = checkedFields({
      nationalCode: given('nationalCode'),
      ownerUnit: given('ownerUnit'),
      scale: given('scale'),
      content: given('content'),
      waterBody: given('waterBody'),
      plannedStart: given('plannedStart'),
      plannedFinish: given('plannedFinish'),
      investment: given('investment'),
      ...placeOf(check, target, fields),
    });
    const name = given('name');
    const category = fields.includes('category') ? categoryOf(desk, check.value('category')!) : undefined;
    const values: Partial<Project> = defined(checked);
    if (name !== undefined) values.name = requiredText(name, 'input.name', 200);
    if (category) values.categoryId = category.id;
    if (typeof values.lon === 'number' && typeof values.lat === 'number') checkPosition(desk.boundaries, sheet.regions, values.lon, values.lat);
    return revised(sheet.project, values, fields.map(sampleName));
  }, { lon: ['lat'], lat: ['lon'], plannedFinish: ['plannedStart'] });
  for (const field of fields) check.change(field, field, standing(desk, field, target), entered(desk, field, check));
  if (!patch) return;
  check.warn(planWarnings(desk, desk.language, patch));
  writes.fields = patch;
  if (fields.includes('lists')) writes.lists = listsOf(desk, check.value('lists')!);
  if (!target.isNew) writes.words.push('修改');
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given: Partial<T> = {};
  for (const key in values) if (values[key] !== undefined) given[key] = values[key];
  return given as never;
}

/** A field as it stands. */
function standing({ show }: Desk, field: Field, { sheet: { project, category, lists }, isNew }: Target): string | null {
  if (isNew) return null;
  if (field === 'category') return show.name(category);
  if (field === 'lists') return show.names(lists);
  if (field === 'investment') return show.money(project.investment);
  return project[field] === null ? null : String(project[field]);
}

/** A field as the row has it. */
function entered(desk: Desk, field: Field, check: RowCheck<WorkFields>): string | null {
  if (field === 'category') return desk.show.name(categoryOf(desk, check.value('category')!));
  if (field === 'lists') return desk.show.names(listsOf(desk, check.value('lists')!));
  if (field === 'investment') return desk.show.money(check.value('investment')!);
  return String(check.value(field));
}
