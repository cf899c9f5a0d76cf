import type { SectorCode } from '../../api/identity';
import { refuse } from '../../api/refusal';
import type { ImportLexicon } from './read-lexicon';
import { squeeze } from './read-text';

const SEPARATORS = /^(?:[、,;/|+&]|以及|和|及|与|and)+/;
/** What may follow a name in brackets or as a count: "(5个)". */
const ASIDES = /\([^()]*\)|\[[^\]]*\]/g;

/** Names that mean the same thing twice over mean nothing. */
class Aliases<T> {
  private readonly meanings = new Map<string, T | null>();
  private longest = 0;

  add(alias: string, meaning: T): void {
    const key = squeeze(alias);
    if (key === '') return;
    const known = this.meanings.get(key);
    this.meanings.set(key, known === undefined || known === meaning ? meaning : null);
    this.longest = Math.max(this.longest, key.length);
  }

  get(squeezed: string): T | null {
    return this.meanings.get(squeezed) ?? null;
  }

  /** The longest name that a text begins with, and its length. */
  first(squeezed: string): { meaning: T; length: number } | null {
    for (let length = Math.min(this.longest, squeezed.length); length > 0; length--) {
      const meaning = this.get(squeezed.slice(0, length));
      if (meaning !== null) return { meaning, length };
    }
    return null;
  }

  /** All names in a text, with separators between them or none; null when it holds anything else. */
  all(squeezed: string): T[] | null {
    const found: T[] = [];
    for (let rest = squeezed.replace(SEPARATORS, ''); rest !== ''; rest = rest.replace(SEPARATORS, '')) {
      const next = this.first(rest);
      if (!next) return null;
      if (!found.includes(next.meaning)) found.push(next.meaning);
      rest = rest.slice(next.length);
    }
    return found.length > 0 ? found : null;
  }
}

/** Whether the characters of a short name stand in a long one in the same order: 住建局 in 住房和城乡建设局, 发改委 in 发展和改革委员会. */
function abbreviates(shortName: string, longName: string): boolean {
  const [short, long] = [shortName, longName].map((name) => name.replace(/委员会$/, '委'));
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length && short.at(-1) === long.at(-1);
}

/** Reads the names of a city's regions, sectors, departments, categories and lists. */
export class Names {
  private readonly regions = new Aliases<string>();
  private readonly fullRegions = new Aliases<string>();
  private readonly sectors = new Aliases<SectorCode>();
  private readonly departments = new Aliases<string>();
  private readonly categories = new Aliases<string>();
  private readonly lists = new Aliases<string>();
  private readonly city: string;
  private readonly sectorOfDepartment: ReadonlyMap<string, SectorCode>;

  constructor(private readonly lexicon: ImportLexicon) {
    this.city = squeeze(lexicon.city ?? '');
    this.sectorOfDepartment = new Map(lexicon.departments.flatMap(({ code, sector }) => (sector ? [[code, sector] as const] : [])));
    this.addRegions();
    for (const { code, name, nameEn } of lexicon.departments) for (const alias of [code, nameEn, name, this.withoutCity(name)]) this.departments.add(alias, code);
    for (const { code, name, nameEn } of lexicon.sectors) for (const alias of [code, name, nameEn, `${name}领域`, `${name}系统`]) this.sectors.add(alias, code);
    for (const { code, name, nameEn } of lexicon.categories) for (const alias of [code, name, nameEn]) this.categories.add(alias, code);
    for (const { code, name, nameEn } of lexicon.lists) for (const alias of [code, name, nameEn]) this.lists.add(alias, code);
  }

  private addRegions(): void {
    for (const { adcode, name, shortName, nameEn, city } of this.lexicon.regions) {
      const stem = name.replace(/[县市区]$/, '');
      const shorter = city ? ['市本级', '市级', '市直', '市属', this.lexicon.city ?? ''] : [this.withoutCity(name), `${shortName}${name.at(-1)}`, ...(stem.length > 1 ? [stem] : [])];
      for (const alias of [adcode, name, shortName, ...shorter, nameEn, nameEn.replace(/ (?:District|City|County)$/i, '')]) this.regions.add(alias, adcode);
      for (const alias of [name, nameEn]) this.fullRegions.add(alias, adcode);
    }
  }

  private withoutCity(name: string): string {
    const squeezed = squeeze(name);
    if (this.city !== '' && squeezed.startsWith(this.city)) return squeezed.slice(this.city.length);
    const short = this.city.replace(/市$/, '');
    if (short !== '' && squeezed.startsWith(short) && squeezed.length > short.length + 1) return squeezed.slice(short.length);
    return squeezed.replace(/^市/, '');
  }

  /** Takes province and city from before the names of counties, where something follows. */
  private withoutPrefixes(squeezed: string): string {
    if (this.city === '') return squeezed;
    return squeezed.split(/([、,;/])/).map((part) => {
      const bare = part.replace(/^.{2,3}省(?=.)/, '');
      const rest = bare.startsWith(this.city) ? bare.slice(this.city.length) : '';
      return rest === '' || rest === '本级' ? bare : rest;
    }).join('');
  }

  /** Every region that a text names, in its order. @throws Refusal when it names anything else */
  readRegions(text: string): string[] {
    const found = this.regionsOf(text);
    if (!found) throw refuse('CELL_REGION', { value: text.trim(), example: this.lexicon.regions.slice(0, 2).map(({ name }) => name).join('、') });
    return found;
  }

  /** Every region that a text names, in its order; null when it names anything else. */
  regionsOf(text: string): string[] | null {
    const squeezed = this.withoutPrefixes(squeeze(text).replace(ASIDES, ''));
    return this.regions.all(squeezed) ?? this.abbreviatedRegion(squeezed);
  }

  private abbreviatedRegion(squeezed: string): string[] | null {
    const like = squeezed.length < 3 ? [] : this.lexicon.regions.filter(({ name }) => abbreviates(squeezed, squeeze(name)));
    return like.length === 1 ? [like[0].adcode] : null;
  }

  /** The regions within an address, by their full names: "X区Y镇、Z县". Empty when there are none. */
  regionsWithin(text: string): string[] {
    const found: string[] = [];
    for (let rest = squeeze(text); rest !== '';) {
      const next = this.fullRegions.first(rest);
      if (next && !found.includes(next.meaning)) found.push(next.meaning);
      rest = rest.slice(next?.length ?? 1);
    }
    return found;
  }

  /** The counties that a title names, by their full names, or by a short one that stands alone. The city itself is none. */
  countiesWithin(text: string): string[] {
    const alone = this.regions.get(squeeze(text));
    const found = alone === null ? this.regionsWithin(text) : [alone];
    return found.filter((adcode) => !this.lexicon.regions.some((region) => region.city && region.adcode === adcode));
  }

  /** A sector by its name, its code, or the department that leads it. @throws Refusal when it is none */
  readSector(text: string): SectorCode {
    const sector = this.sectorOf(text);
    if (!sector) throw refuse('CELL_SECTOR', { value: text.trim(), choices: this.lexicon.sectors.map(({ name }) => name).join('、') });
    return sector;
  }

  /** The sector that a text names, or null. */
  sectorOf(text: string): SectorCode | null {
    const squeezed = this.withoutRegion(squeeze(text).replace(ASIDES, ''));
    const stem = squeezed.replace(/(?:领域|系统|行业|部门|局|委员会|委)$/, '');
    const direct = this.sectors.get(squeezed) ?? this.sectors.get(stem);
    if (direct) return direct;
    const department = this.departmentOf(squeezed) ?? this.departmentOf(`${stem}局`);
    return department === null ? null : (this.sectorOfDepartment.get(department) ?? null);
  }

  /** An office's name without the county's: X区水利局 and 市生态环境局X分局 lead what the city's offices lead. */
  private withoutRegion(squeezed: string): string {
    const bare = this.withoutCity(squeezed);
    const branch = /^(.+局)(.{2,4})分局$/.exec(bare);
    if (branch && this.regions.get(branch[2])) return branch[1];
    const region = this.regions.first(bare);
    return region && region.length > 1 && bare.length > region.length ? bare.slice(region.length) : bare;
  }

  /** A department's code, by its name, its code, or an abbreviation that no other shares. */
  private departmentOf(squeezed: string): string | null {
    const bare = this.withoutCity(squeezed);
    const known = this.departments.get(squeezed) ?? this.departments.get(bare);
    if (known !== null || bare.length < 3) return known;
    const like = this.lexicon.departments.filter(({ name }) => abbreviates(bare, this.withoutCity(name)));
    return like.length === 1 ? like[0].code : null;
  }

  /** @throws Refusal when no department, or more than one, has that name */
  readDepartment(text: string): string {
    const code = this.departmentOf(squeeze(text).replace(ASIDES, ''));
    if (code === null) throw refuse('CELL_DEPARTMENT', { value: text.trim(), example: this.lexicon.departments[0]?.name ?? '' });
    return code;
  }

  /** @throws Refusal when there is no such category */
  readCategory(text: string): string {
    const code = this.categories.get(squeeze(text));
    if (code === null) throw refuse('CELL_CATEGORY', { value: text.trim(), choices: this.lexicon.categories.map(({ name }) => name).join('、') });
    return code;
  }

  /** @throws Refusal when there is no such list */
  readLists(text: string): string[] {
    const codes = this.lists.all(squeeze(text));
    if (!codes) throw refuse('CELL_LIST', { value: text.trim(), choices: this.lexicon.lists.map(({ name }) => name).join('、') });
    return codes;
  }
}
