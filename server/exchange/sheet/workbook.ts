import { posix } from 'node:path';
import { refuse } from '../../api/refusal';
import { formatById, type Format } from './formats';
import type { Budget } from './limits';
import { attributeOf, readXml } from './xml';
import type { Zip } from './zip';

/** What a thing costs beside its text, so that millions of empty ones are no way around the budget. */
const EACH = 10;

/** A file within the workbook that another points at. */
interface Relation {
  readonly kind: string;
  readonly part: string;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[];
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly formats: readonly Format[];
  readonly since1904: boolean;
}

/** Where the relations of a part stand: "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
const relationsOf = (part: string): string => posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

/** The relations of a part by their ids; those that point outside the file are left out. */
async function readRelations(zip: Zip, part: string, budget: Budget): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  const base = part === '' ? '' : posix.dirname(part);
  const file = part === '' ? '_rels/.rels' : relationsOf(part);
  await readXml(zip.contents(file), {
    open: (name, { Id, Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || TargetMode === 'External') return;
      budget.spend('characters', Id.length + Target.length + EACH);
      const target = Target.replaceAll('\\', '/');
      relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), part: target.startsWith('/') ? target.slice(1) : posix.join(base, target) });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

/** Excel writes characters that XML cannot hold as "_x000D_". */
export const unescapeText = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text);

async function readStrings(zip: Zip, part: string, budget: Budget): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  // Beside the text stand runs of it, which count, and its pronunciation, which does not.
  let phonetic = false;
  await readXml(zip.contents(part), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        budget.spend('characters', text.length + EACH);
        strings.push(unescapeText(text));
      }
    },
    text: (piece) => {
      if (inText) text += piece;
    },
  });
  return strings;
}

async function readFormats(zip: Zip, part: string, budget: Budget): Promise<Format[]> {
  const codes = new Map<number, string>();
  const formats: Format[] = [];
  let inCellFormats = false;
  await readXml(zip.contents(part), {
    open: (name, attributes) => {
      if (name === 'numFmt' || name === 'xf') budget.spend('characters', (attributes.formatCode?.length ?? 0) + EACH);
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) formats.push(formatById(Number(attributes.numFmtId ?? 0), codes));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text: () => undefined,
  });
  return formats;
}

/** Where the workbook itself stands in the zip. @throws Refusal when there is none */
async function findWorkbook(zip: Zip, budget: Budget): Promise<string> {
  const root = [...(await readRelations(zip, '', budget)).values()].find(({ kind }) => kind === 'officeDocument');
  if (!root || !zip.has(root.part)) throw refuse('FILE_DAMAGED', { field: 'file' });
  return root.part;
}

/** Reads everything of a workbook but its sheets' contents. */
export async function readWorkbook(zip: Zip, budget: Budget): Promise<Workbook> {
  const part = await findWorkbook(zip, budget);
  const relations = await readRelations(zip, part, budget);
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  let since1904 = false;
  await readXml(zip.contents(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attributeOf(attributes, 'id') ?? '');
      // Sheets that hold a chart or a macro's dialogue have no cells.
      if (relation?.kind !== 'worksheet') return;
      budget.spend('characters', (attributes.name?.length ?? 0) + EACH);
      sheets.push({ name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible', part: relation.part });
    },
    close: () => undefined,
    text: () => undefined,
  });
  const shared = (kind: string): string | undefined => [...relations.values()].find((relation) => relation.kind === kind && zip.has(relation.part))?.part;
  const strings = shared('sharedStrings');
  const styles = shared('styles');
  return { sheets, since1904, strings: strings ? await readStrings(zip, strings, budget) : [], formats: styles ? await readFormats(zip, styles, budget) : [] };
}
