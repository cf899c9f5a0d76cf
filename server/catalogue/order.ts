import { Field, InputType, registerEnumType } from 'type-graphql';
import { readCursor, writeCursor } from '../api/cursor';
import type { Day } from '../api/day';
import { refuse } from '../api/refusal';
import type { Facts, Work } from './facts';

export enum ProjectOrderField {
  NUMBER = 'NUMBER',
  NAME = 'NAME',
  REGION = 'REGION',
  SECTOR = 'SECTOR',
  PLANNED_START = 'PLANNED_START',
  PLANNED_FINISH = 'PLANNED_FINISH',
  PROGRESS = 'PROGRESS',
  INVESTMENT = 'INVESTMENT',
  FUNDS_ARRIVED = 'FUNDS_ARRIVED',
}
registerEnumType(ProjectOrderField, {
  name: 'ProjectOrderField',
  description: 'What works are ordered by. A work without the value comes last either way; ties go by number.',
  valuesConfig: {
    NUMBER: { description: 'The number on the wall.' },
    NAME: { description: 'The name, by pinyin.' },
    REGION: { description: 'The lead region, in the official order.' },
    SECTOR: { description: "The sector, in the pack's order." },
    PLANNED_START: { description: 'The planned start.' },
    PLANNED_FINISH: { description: 'The planned finish.' },
    PROGRESS: { description: 'Physical progress on the day asked.' },
    INVESTMENT: { description: 'Total planned investment.' },
    FUNDS_ARRIVED: { description: 'Money in place on the day asked.' },
  },
});

export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(OrderDirection, { name: 'OrderDirection', description: 'Upwards or downwards.', valuesConfig: { ASC: { description: 'Smallest first.' }, DESC: { description: 'Largest first.' } } });

@InputType({ description: 'One order; of several the first rules and the next break its ties.' })
export class ProjectOrder {
  @Field(() => ProjectOrderField, { description: 'By what.' })
  field: ProjectOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: 'Which way.' })
  direction: OrderDirection;
}

type Key = string | number | null;
const isKey = (value: unknown): value is Key => value === null || typeof value === 'string' || typeof value === 'number';

// By pinyin whatever the database thinks: the same on both engines.
const pinyin = new Intl.Collator('zh-u-co-pinyin', { numeric: true });

const keyOf: Record<ProjectOrderField, (work: Work, facts: Facts) => Key> = {
  NUMBER: ({ sheet }) => sheet.project.number,
  NAME: ({ sheet }) => sheet.project.name,
  REGION: ({ sheet }) => sheet.leadRegion.sort,
  SECTOR: ({ sheet }, { reference }) => reference.sectorByCode.get(sheet.project.sectorCode)?.sort ?? null,
  PLANNED_START: ({ sheet }) => sheet.project.plannedStart,
  PLANNED_FINISH: ({ sheet }) => sheet.project.plannedFinish,
  PROGRESS: ({ standing }) => standing.progress,
  INVESTMENT: ({ sheet }) => sheet.project.investment,
  // As text of one length, since a sum may pass what a number holds exactly; reversals never bring it below zero.
  FUNDS_ARRIVED: ({ standing }) => String(standing.funds.arrived).padStart(24, '0'),
};

function compareKeys(field: ProjectOrderField, direction: OrderDirection, a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const ascending = field === ProjectOrderField.NAME ? pinyin.compare(String(a), String(b)) || (a < b ? -1 : 1) : a < b ? -1 : 1;
  return direction === OrderDirection.DESC ? -ascending : ascending;
}

/** Whose keys depend on the day. */
const BY_DAY: ReadonlySet<ProjectOrderField> = new Set([ProjectOrderField.PROGRESS, ProjectOrderField.FUNDS_ARRIVED]);

/** An order that a cursor can stand in: by the given keys, then by number. */
export class Ordering {
  private readonly orders: ProjectOrder[];
  private readonly name: string;

  constructor(orderBy: readonly ProjectOrder[] | null | undefined, private readonly facts: Facts, private readonly day: Day) {
    this.orders = [...(orderBy ?? []), { field: ProjectOrderField.NUMBER, direction: OrderDirection.ASC }];
    this.name = this.orders.map(({ field, direction }) => `${field}${direction === OrderDirection.DESC ? '-' : ''}`).join(',');
  }

  /** The rows of all works in this order, whether they count or not; sorted once, then kept up to date. */
  rows(): Int32Array {
    const dated = this.orders.some(({ field }) => BY_DAY.has(field));
    return this.facts.ordered(dated ? `${this.name} ${this.day}` : this.name, () => this.sorted(this.facts.byNumber.map(({ project }) => project.id)), (before, changed) => this.resorted(before, changed));
  }

  cursor(work: Work): string {
    return writeCursor(this.facts.epoch, [this.name, ...this.keys(work)]);
  }

  /**
   * The place in `rows` right after a cursor. It holds the values it stood at, so a work that came, went or moved
   * meanwhile neither repeats nor hides others.
   * @throws Refusal BAD_USER_INPUT for a cursor of another order, CURSOR_STALE for one of another database.
   */
  indexAfter(after: string): number {
    const { epoch, position } = readCursor(after, 'after');
    if (epoch !== this.facts.epoch) throw refuse('CURSOR_STALE', { field: 'after' });
    const [name, ...keys] = Array.isArray(position) ? (position as Key[]) : [];
    if (name !== this.name || keys.length !== this.orders.length || !keys.every(isKey)) throw refuse('BAD_CURSOR', { field: 'after', value: after.slice(0, 60) });
    return this.placeAfter(this.rows(), keys);
  }

  private sorted(ids: readonly number[]): Int32Array {
    // The facts come in the order of the numbers already.
    if (this.name === ProjectOrderField.NUMBER) return Int32Array.from(ids);
    const works = ids.map((id) => ({ id, keys: this.keysOf(id) }));
    return Int32Array.from(works.sort((a, b) => this.compare(a.keys, b.keys)), ({ id }) => id);
  }

  /** The rows with some of them put into their places anew. */
  private resorted(before: Int32Array, changed: ReadonlySet<number>): Int32Array {
    const rest = before.filter((id) => !changed.has(id));
    const moved = this.sorted(this.facts.byNumber.flatMap(({ project: { id } }) => (changed.has(id) ? [id] : [])));
    const after = new Int32Array(rest.length + moved.length);
    let taken = 0;
    moved.forEach((id, i) => {
      const place = this.placeAfter(rest, this.keysOf(id));
      after.set(rest.subarray(taken, place), taken + i);
      after[place + i] = id;
      taken = place;
    });
    after.set(rest.subarray(taken), taken + moved.length);
    return after;
  }

  /** The place of the first row that comes after these keys. */
  private placeAfter(rows: Int32Array, keys: readonly Key[]): number {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.keysOf(rows[middle]), keys) > 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private keysOf(id: number): Key[] {
    return this.keys(this.facts.work(this.facts.sheets.get(id)!, this.day));
  }

  private keys(work: Work): Key[] {
    return this.orders.map(({ field }) => keyOf[field](work, this.facts));
  }

  private compare(a: readonly Key[], b: readonly Key[]): number {
    for (const [i, { field, direction }] of this.orders.entries()) {
      const order = compareKeys(field, direction, a[i], b[i]);
      if (order) return order;
    }
    return 0;
  }
}
