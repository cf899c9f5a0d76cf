import type { Day } from '../../api/day';
import { firstDayOf, type Period } from '../../api/period';
import { refuse, type Language } from '../../api/refusal';
import { warn } from '../../api/warnings';
import { INDICATORS, WaterBody, type IndicatorKey } from '../../water/indicators';
import type { SampleItem } from '../../water/items';
import { Usual } from '../../water/plausible';
import { sayOf, warnOf } from '../../water/record-samples';
import type { SectionSheet } from '../../water/sections';
import { isBlank, shownText, type Cell, type SheetRow } from '../sheet/cell';
import { cellName } from '../sheet/places';
import type { SampleColumn } from './answer';
import { Columns } from './columns';
import type { Findings, Place } from './findings';
import type { Firsts } from './firsts';
import { unitIn, type Head } from './head';
import { factorOf, namedItem } from './item-names';
import { momentAt, momentOf, momentOfParts, type Moment } from './moment';
import type { SectionNames } from './section-names';
import type { Seen } from './seen';
import { ItemJudge } from './verdict';

/** What rows are judged by; counts go up while a file is read. */
export interface SampleDesk {
  names: SectionNames;
  today: Day;
  language: Language;
  findings: Findings;
  seen: Seen;
  usual: Map<SectionSheet, Usual>;
  columns: Columns;
  /** Sections with a river that is not theirs, as far as it is said. */
  rivers: Set<string>;
  /** Where each section's months begin. */
  firsts: Firsts;
  rows: number;
  withoutLimit: number;
  notMeasured: number;
}

/** A row that is data, as far as it is taken. */
export interface SampleRow {
  /** Null where nothing of the row is taken. */
  section: SectionSheet | null;
  period: Period;
  items: Map<IndicatorKey, SampleItem>;
  /** Cells with something in them where values stand, whatever it is: follows from the file alone. */
  cells: number;
  /** Where its time stands. */
  place: Place;
}

/** A column or an item of a file, and what judges its cells. */
interface Judged {
  judge: ItemJudge;
  column: SampleColumn;
}

/** Rows of statistics, matched whole. */
const TOTAL = /^(?:[合总小]计|(?:.{0,20}(?:平均|均值))(?:值|浓度)?|.{0,6}检[出测](?:下)?限(?:值)?|均浓度|最[大小高低]值?|标准(?:值|限值|差)?|[iv]+类(?:水质?)?(?:标准)?(?:限值)?|限值|样本数|达标率|超标率|total|mean|average|max|min)$/;
const NOTE = /^(?:备注|说明|注\d?[:.、]|注$|填表|填报|审核|制表|数据来源|单位负责人|note)/;

/** Reads the rows below one heading. */
export class TableReader {
  private readonly judges: readonly Judged[];
  private readonly judgesByName = new Map<string, Judged | null>();

  constructor(private readonly sheet: string, private readonly head: Head, private readonly desk: SampleDesk) {
    this.judges = head.items.map(({ item, cell, title }) => ({ judge: ItemJudge.of(item, desk.language), column: desk.columns.column(sheet, cell, title, item.key, item.unit) }));
  }

  /** @returns null for a row that is no data */
  read(row: SheetRow): SampleRow | null {
    const { cells, number } = row;
    const first = cells.findIndex((cell) => !isBlank(cell));
    if (first < 0) return null;
    const { places, items } = this.head;
    const at = (key: keyof Head['places']): Cell | undefined => (places[key] === undefined ? undefined : cells[places[key]]);
    for (const cell of new Set([cells[first], at('SECTION'), at('TIME'), at('DATE')])) {
      const text = typeof cell === 'string' ? cell.normalize('NFKC').replace(/\s/g, '').toLowerCase() : '';
      if (text && (TOTAL.test(text) || NOTE.test(text))) return this.ignored(number, TOTAL.test(text) ? 'TOTAL' : 'NOTE');
    }
    const value = places.VALUE;
    const filled = this.head.value ? [value!].filter((index) => !isBlank(cells[index])) : items.map(({ index }) => index).filter((index) => !isBlank(cells[index]) && !isAside(cells[index], index));
    if (!filled.length) return this.ignored(number, isBlank(at('SECTION')) && isBlank(at('CODE')) ? 'NOTE' : 'NO_FIGURES');
    this.desk.rows += 1;
    const { moment, index } = this.moment(cells);
    const empty: SampleRow = { section: null, period: '', items: new Map(), cells: filled.length, place: this.place(number, index) };
    const section = this.section(row, filled.length);
    // A row is refused once: without its section its time is of no use.
    const period = section && this.period(row, filled.length, moment, index);
    if (!section || !period) return empty;
    const taken: SampleRow = { ...empty, section, period };
    if (this.head.value) this.readNamed(row, taken);
    else for (let i = 0; i < items.length; i++) if (filled.includes(items[i].index) && this.isOf(section, row, i)) this.take(row, items[i].index, this.judges[i], taken);
    return taken;
  }

  private ignored(row: number, reason: 'TOTAL' | 'NOTE' | 'NO_FIGURES'): null {
    this.desk.findings.ignore(this.sheet, row, reason);
    return null;
  }

  private refuse(row: SheetRow, index: number, refusal: ReturnType<typeof refuse>, values?: number): null {
    const { number, cells } = row;
    const unit = unitIn(row, this.head);
    if (unit !== null) throw refuse('ROW_OF_UNITS', { field: 'file', sheet: this.sheet.slice(0, 60), cell: cellName(number, unit), value: shownText(cells[unit]).slice(0, 60) });
    this.desk.findings.refuse(this.place(number, index), this.head.titles.get(index) ?? null, shownText(cells[index]), refusal, values);
    return null;
  }

  private place(row: number, index: number): Place {
    return { sheet: this.sheet, row, cell: cellName(row, index) };
  }

  private section(row: SheetRow, values: number): SectionSheet | null {
    const { CODE: code, SECTION: name, RIVER: river } = this.head.places;
    const cell = (index: number | undefined) => (index === undefined ? undefined : row.cells[index]);
    const found = this.desk.names.find(cell(code), cell(name), cell(river));
    if ('sheet' in found) {
      this.checkRiver(row, found.sheet);
      return found.sheet;
    }
    const index = (isBlank(cell(name)) ? code : name) ?? name ?? code!;
    const said = shownText(row.cells[index]).slice(0, 60);
    switch (found.fault) {
      case 'NOTHING': return this.refuse(row, index, refuse('SAMPLE_WITHOUT_SECTION'), values);
      case 'AMBIGUOUS': return this.refuse(row, index, refuse('SECTION_AMBIGUOUS', { value: said, codes: found.codes }), values);
      case 'DIFFERS': return this.refuse(row, index, refuse('SECTION_DIFFERS', { value: said, name: found.codes, code: shownText(cell(code)).slice(0, 60) }), values);
      case 'UNKNOWN': return this.refuse(row, index, refuse('UNKNOWN_SECTION', { value: said }), values);
    }
  }

  /** Flags a river that is not the section's, once for the two. */
  private checkRiver(row: SheetRow, sheet: SectionSheet): void {
    const { RIVER: river } = this.head.places;
    if (river === undefined || isBlank(row.cells[river]) || !this.desk.names.isElsewhere(sheet, row.cells[river])) return;
    const said = shownText(row.cells[river]).slice(0, 60);
    const key = `${sheet.section.id} ${said}`;
    if (this.desk.rivers.has(key)) return;
    this.desk.rivers.add(key);
    this.desk.findings.flag(this.place(row.number, river), () => warn(this.desk.language, 'RIVER_DIFFERS', null, { section: sheet.section.name, river: sheet.section.river, value: said }));
  }

  /** Whether a column of one sort of waters is the section's; a value that stands in the other one alone is refused. */
  private isOf({ section }: SectionSheet, row: SheetRow, at: number): boolean {
    const { items } = this.head;
    const { body, index, item } = items[at];
    if (body === null || body === section.waterBody) return true;
    const own = items.find((one) => one.item.key === item.key && one.body === section.waterBody);
    if (!(own && !isBlank(row.cells[own.index])) && this.judges[at].judge.judge(shownText(row.cells[index])).kind === 'VALUE') {
      const zh = this.desk.language === 'zh';
      const waters = section.waterBody === WaterBody.LAKE ? (zh ? '湖库' : 'lake') : zh ? '河流' : 'river';
      this.refuse(row, index, refuse('COLUMN_OF_OTHER_WATERS', { section: section.name, body: waters, indicator: zh ? INDICATORS[item.key].name : INDICATORS[item.key].nameEn }));
    }
    return false;
  }

  /** @param values how many go out with the row for its time */
  private period(row: SheetRow, values: number, moment: Moment, index: number): Period | null {
    const said = shownText(row.cells[index]).slice(0, 60);
    if ('fault' in moment) return this.refuse(row, index, refuse(({ NONE: said ? 'CELL_PERIOD' : 'SAMPLE_WITHOUT_TIME', HOUR: 'CELL_HOUR', OPEN: 'CELL_MONTH_OPEN' } as const)[moment.fault], { value: said }), values);
    if (firstDayOf(moment.period) > this.desk.today) return this.refuse(row, index, refuse('PERIOD_IN_FUTURE', { value: moment.period, today: this.desk.today }), values);
    return moment.period;
  }

  /** The time of a row, and the column to be named where it is refused. */
  private moment(cells: SheetRow['cells']): { moment: Moment; index: number } {
    const { DATE: date, TIME: time, YEAR: year, MONTH: month, DAY: day, HOUR: hour } = this.head.places;
    const cell = (index: number | undefined) => (index === undefined ? undefined : cells[index]);
    if (date === undefined && time === undefined) return { moment: momentOfParts(cell(year), cell(month), cell(day), cell(hour)), index: [hour, day, month].find((index) => !isBlank(cell(index))) ?? year! };
    const main = date !== undefined && !isBlank(cell(date)) ? date : (time ?? date!);
    const own = momentOf(cell(main));
    const clock = main === date && !isBlank(cell(time)) ? time : hour;
    if ('fault' in own || own.period.length !== 10 || clock === undefined || isBlank(cell(clock))) return { moment: own, index: main };
    return { moment: momentAt(own.period, cell(clock)), index: clock };
  }

  /** A row with one value, whose item a cell names. */
  private readNamed(row: SheetRow, taken: SampleRow): void {
    const { places: { ITEM_NAME: name, UNIT: unit, VALUE: value }, value: head } = this.head;
    const said = shownText(row.cells[name!]);
    const beside = unit === undefined ? '' : shownText(row.cells[unit]);
    const key = `${said}\n${beside}`;
    let known = this.judgesByName.get(key);
    if (known === undefined) {
      const named = namedItem(said);
      const written = named && (beside || (named.unit ?? head!.unit ?? this.head.stated.unitOf(named.key)));
      known = named && { judge: new ItemJudge(named.key, written, this.desk.language), column: this.desk.columns.column(this.sheet, this.place(row.number, name!).cell, said, named.key, written) };
      if (this.judgesByName.size < 10_000) this.judgesByName.set(key, known);
    }
    if (known) this.take(row, value!, known, taken);
    else if (said) this.desk.findings.unknownItem(this.place(row.number, name!), said);
    else this.refuse(row, name!, refuse('SAMPLE_WITHOUT_ITEM'));
  }

  /** Takes a cell's value into its row, or says why not. */
  private take(row: SheetRow, index: number, { judge, column }: Judged, { section, period, items }: SampleRow): void {
    const cell = row.cells[index];
    if (typeof cell === 'object' && cell.kind === 'COVERED') return void this.refuse(row, index, refuse('CELL_VALUE_MERGED'));
    if (typeof cell === 'object' && cell.kind === 'FAULT') return void this.refuse(row, index, refuse('CELL_FAULT', { value: cell.text.slice(0, 60) }));
    const { key } = judge;
    // A number that its format shows with a unit behind it.
    const labelled = typeof cell === 'object' && cell.kind === 'LABELLED' && factorOf(key, cell.label) ? cell : null;
    const verdict = labelled ? new ItemJudge(key, labelled.label, this.desk.language).judge(shownText({ ...labelled, label: '' })) : judge.judge(shownText(cell));
    if (verdict.kind === 'REFUSED') return void this.refuse(row, index, verdict.refusal);
    if (verdict.kind === 'NOTHING') return void (this.desk.notMeasured += 1);
    if (verdict.kind === 'NO_LIMIT') return void (this.desk.withoutLimit += 1);
    const { seen, findings, language } = this.desk;
    if (seen.value(section!.section.id, period, key, verdict.hash) === 'OTHER') return void this.refuse(row, index, refuse('SAMPLE_TWICE', { section: section!.section.name, period, indicator: sayOf(key, verdict.item.value, language).indicator }));
    Columns.example(column, shownText(cell), verdict.item);
    const doubt = this.history(section!).doubt(key, verdict.item.value);
    if (doubt) findings.flag(this.place(row.number, index), () => warnOf(doubt, section!.section.name, key, verdict.item.value, null, language));
    else this.history(section!).add(key, verdict.item.value);
    items.set(key, verdict.item);
  }

  private history(section: SectionSheet): Usual {
    let known = this.desk.usual.get(section);
    if (!known) this.desk.usual.set(section, (known = new Usual(section)));
    return known;
  }
}

/** Whether a cell is part of a note that is merged over several columns. */
const isAside = (cell: Cell | undefined, index: number): boolean => typeof cell === 'object' && cell.kind === 'COVERED' && cell.column !== index;
