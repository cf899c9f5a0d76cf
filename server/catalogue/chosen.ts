import type { Day } from '../api/day';
import type { Identity } from '../api/identity';
import { audienceOf } from '../access/policy';
import type { Facts, Work } from './facts';
import type { ProjectFilter } from './filter';
import { countsOn } from './sheet';
import { choiceFor } from './works-for';

/**
 * The works that count on a day, that the viewer may open and that pass a filter. Each is looked at when it is first
 * asked for, and what was found is kept for whoever asks the same until the work changes: a page looks at no more works
 * than it needs.
 */
export class Chosen {
  private readonly marks: Uint8Array;
  private readonly choice;

  /** @throws Refusal for a region, list or category that does not exist, or a reversed range. */
  constructor(private readonly facts: Facts, viewer: Identity, private readonly day: Day, filter: ProjectFilter | null | undefined) {
    this.choice = choiceFor(facts, viewer, filter);
    this.marks = facts.marks(JSON.stringify([audienceOf(viewer), day, filter ?? null]));
  }

  has(row: number): boolean {
    const mark = this.marks[row];
    return mark === 0 ? this.look(row) : mark === 1;
  }

  /** All of them, by number. */
  works(): Work[] {
    return this.facts.byNumber.filter(({ project }) => this.has(project.id)).map((sheet) => this.facts.work(sheet, this.day));
  }

  /** A page of them: the first from a place on in an order, and whether others lie before and after. @param rows all works in the order */
  page(rows: Int32Array, start: number, size: number): { works: Work[]; before: boolean; after: boolean } {
    const found: number[] = [];
    // One more than the page holds tells whether more follow.
    for (let i = start; i < rows.length && found.length <= size; i++) if (this.has(rows[i])) found.push(rows[i]);
    let last = start - 1;
    while (last >= 0 && !this.has(rows[last])) last--;
    const works = found.slice(0, size).map((row) => this.facts.work(this.facts.sheets.get(row)!, this.day));
    return { works, before: last >= 0, after: found.length > size };
  }

  private look(row: number): boolean {
    const sheet = this.facts.sheets.get(row)!;
    const chosen = countsOn(sheet, this.day) && this.choice.takes(this.facts.work(sheet, this.day));
    this.marks[row] = chosen ? 1 : 2;
    return chosen;
  }
}
