import { shownText, type Cell } from '../sheet/cell';
import type { SectionSheet } from '../../water/sections';

/** A section that cells name, or why they name none. */
export type Named = { sheet: SectionSheet } | { fault: 'UNKNOWN' | 'AMBIGUOUS' | 'DIFFERS' | 'NOTHING'; codes: string };

/** A name as it is compared: narrow, small, without blanks, brackets and the like. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[([【][^)\]】]*[)\]】]/g, '').replace(/[^a-z0-9\u4e00-\u9fff]/g, '');
/** Which part of a river is meant. */
const REACH = /(?:干流|主流|[上中下]游|流域|水系)+$/;
const withoutKind = (name: string): string => name.replace(/(?:(?:水质)?(?:自动)?(?:监测)?(?:断面|站点|点位|水站|自动站|监测站))$/, '');

/**
 * Sections by the names that stations write: code, name, name with 断面, either with its river before it. A river has
 * the names of the pack too (州川河 is drawn as 清水河).
 */
export class SectionNames {
  private readonly byCode = new Map<string, SectionSheet>();
  private readonly byName = new Map<string, Set<SectionSheet>>();
  private readonly elsewhere = new Map<string, boolean>();
  private readonly asked = new Map<string, Named>();

  /** @param aliases other names of rivers, by the name that sections bear or the other way round */
  constructor(sections: readonly SectionSheet[], private readonly aliases: Readonly<Record<string, string>>) {
    for (const sheet of sections) {
      const { code, name, nameEn, river } = sheet.section;
      this.byCode.set(plain(code), sheet);
      for (const own of [name, nameEn, ...this.riversOf(river).map((each) => each + name)]) {
        for (const written of new Set([plain(own), withoutKind(plain(own))])) if (written) this.byName.set(written, (this.byName.get(written) ?? new Set()).add(sheet));
      }
    }
  }

  /** The section that a row's cells name; each may be missing. */
  find(code: Cell | undefined, name: Cell | undefined, river: Cell | undefined): Named {
    const [byCode, byName, byRiver] = [shownText(code), shownText(name), shownText(river)];
    const key = `${byCode}\n${byName}\n${byRiver}`;
    const before = this.asked.get(key);
    if (before) return before;
    if (this.asked.size > 10_000) this.asked.clear();
    const found = this.look(plain(byCode), plain(byName), plain(byRiver));
    this.asked.set(key, found);
    return found;
  }

  private look(code: string, name: string, river: string): Named {
    if (!code && !name) return { fault: 'NOTHING', codes: '' };
    const coded = code ? this.byCode.get(code) : undefined;
    const named = name ? this.named(name, river) : [];
    if (coded) return named.length && !named.includes(coded) ? { fault: 'DIFFERS', codes: coded.section.name } : { sheet: coded };
    if (named.length > 1) return { fault: 'AMBIGUOUS', codes: named.map(({ section }) => section.code).join('、') };
    return named.length ? { sheet: named[0] } : { fault: 'UNKNOWN', codes: '' };
  }

  private named(name: string, river: string): SectionSheet[] {
    const found = [...(this.byName.get(name) ?? this.byName.get(withoutKind(name)) ?? (this.byCode.has(name) ? [this.byCode.get(name)!] : []))];
    if (found.length < 2 || !river) return found;
    const there = found.filter(({ section }) => this.riversOf(section.river).some((each) => plain(each) === river));
    return there.length ? there : found;
  }

  /** Whether a river is another one than the section's, by all its names; 汾河干流 is 汾河. */
  isElsewhere({ section }: SectionSheet, river: Cell | undefined): boolean {
    const said = plain(shownText(river));
    const key = `${section.river}\n${said}`;
    let known = this.elsewhere.get(key);
    if (known === undefined) {
      known = said !== '' && !this.riversOf(section.river).some((each) => plain(each) === said || plain(each) === said.replace(REACH, ''));
      if (this.elsewhere.size < 10_000) this.elsewhere.set(key, known);
    }
    return known;
  }

  private riversOf(river: string): string[] {
    return [river, ...Object.entries(this.aliases).flatMap(([one, other]) => (one === river ? [other] : other === river ? [one] : []))];
  }
}
