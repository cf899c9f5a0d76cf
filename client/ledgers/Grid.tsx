import { type CSSProperties, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cell } from './Cell';
import type { Say } from './cells';
import { columnsInSight, type ShownColumn, sightOf } from './columns';
import { GridHead } from './GridHead';
import type { Lines } from './lines';
import type { LedgerGroup, LedgerRow } from './pages';
import { cellLook, GroupHead, Row } from './Row';
import type { Order } from './view';
import { usePrinting } from '../layout/usePrinting';
import { lineAfterKey, scrollToShow, type Span, spanInSight } from './window';

/** Where a reader is in a table. */
export type Place = { top: number; left: number; line: number };

type Props = {
  /** The question: another one begins at the top. */
  of: string;
  label: string;
  columns: readonly ShownColumn[];
  lines: Lines;
  rowAt: (index: number) => LedgerRow | undefined;
  totals: readonly (string | null)[];
  totalLabel: string;
  say: Say;
  unitName: string;
  order: Order;
  onOrder: (key: string) => void;
  groupLabel: (group: LedgerGroup) => string;
  onFold: (key: string) => void;
  onShow: (firstRow: number, lastRow: number) => void;
  to: (row: LedgerRow) => string | null;
  onOpen: (to: string, elsewhere: boolean) => void;
  busy: boolean;
  rowHeight: number;
  start: Place;
  onPlace: (place: Place) => void;
};

/** Lines put on paper at most: more are for an export. */
const PRINTED = 500;
/** px across an A3 sheet, and how small a table may become to fit. */
const [PAPER, SMALLEST] = [1480, 0.42];

/** What of a table is put on paper: as many lines as are there from its beginning, else those in sight. */
function linesToPrint(lines: Lines, rowAt: (index: number) => LedgerRow | undefined, { first, last }: Span): number[] {
  const isThere = (line: number) => {
    const found = lines.at(line);
    return found.kind === 'group' || rowAt(found.index) !== undefined;
  };
  const [from, to] = lines.count > 0 && isThere(0) ? [0, PRINTED] : [first, last + 1];
  const printed: number[] = [];
  for (let line = from; line < Math.min(to, lines.count) && isThere(line); line += 1) printed.push(line);
  return printed;
}

/** A long table of which only the rows in sight are drawn: all of one height, the head, the totals and the first columns always in sight. */
export function Grid(props: Props) {
  const { of, label, columns: all, lines, rowAt, totals, totalLabel, say, unitName, order, onOrder, groupLabel, onFold, onShow, to, onOpen, busy, rowHeight, start, onPlace } = props;
  const { t } = useTranslation();
  const id = useId();
  const sight = useRef<HTMLDivElement>(null);
  const rest = useRef({ head: 0, foot: 0 });
  const place = useRef<Place>(start);
  const [span, setSpan] = useState<Span>({ first: 0, last: -1 });
  const [sideways, setSideways] = useState<readonly [number, number]>([0, 0]);
  const printing = usePrinting();
  const columns = useMemo(() => (printing ? all : columnsInSight(all, sideways)), [all, sideways, printing]);
  const [active, setActive] = useState(start.line);
  const line = Math.min(active, lines.count - 1);
  const lineId = (at: number) => `${id}-${at}`;

  const look = useCallback(() => {
    const node = sight.current;
    if (!node) return;
    const next = spanInSight(node.scrollTop, node.clientHeight - rest.current.head - rest.current.foot, rowHeight, lines.count);
    setSpan((now) => (now.first === next.first && now.last === next.last ? now : next));
    const aside = sightOf(node.scrollLeft, node.clientWidth);
    setSideways((now) => (now[0] === aside[0] && now[1] === aside[1] ? now : aside));
    const rows = lines.rowsBetween(next.first, next.last);
    onShow(rows?.[0] ?? 0, rows?.[1] ?? 0);
    place.current = { ...place.current, top: node.scrollTop, left: node.scrollLeft };
    onPlace(place.current);
  }, [lines, rowHeight, onShow, onPlace]);

  useLayoutEffect(() => {
    const node = sight.current;
    if (!node) return undefined;
    const measure = () => {
      rest.current = { head: node.querySelector<HTMLElement>('.grid-head')?.offsetHeight ?? 0, foot: node.querySelector<HTMLElement>('.grid-foot')?.offsetHeight ?? 0 };
      look();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [look]);

  // Where the reader left off, once there are lines to scroll to.
  const placed = useRef(false);
  useLayoutEffect(() => {
    if (placed.current || lines.count === 0 || !sight.current) return;
    placed.current = true;
    sight.current.scrollTo(start.left, start.top);
    look();
  }, [lines, look, start]);

  const asked = useRef(of);
  useLayoutEffect(() => {
    if (asked.current === of) return;
    asked.current = of;
    setActive(0);
    if (sight.current) sight.current.scrollTop = 0;
  }, [of]);

  useEffect(() => {
    place.current = { ...place.current, line: Math.max(0, line) };
    onPlace(place.current);
  }, [line, onPlace]);

  const goTo = (next: number) => {
    setActive(next);
    const node = sight.current;
    if (node) node.scrollTop = scrollToShow(next, node.scrollTop, node.clientHeight - rest.current.head - rest.current.foot, rowHeight);
  };

  const openLine = (at: number, elsewhere: boolean) => {
    const found = lines.at(at);
    if (found.kind === 'group') return onFold(found.group.key);
    const row = rowAt(found.index);
    const address = row && to(row);
    if (address) onOpen(address, elsewhere);
  };
  const opened = useRef(openLine);
  useEffect(() => {
    opened.current = openLine;
  });

  // On a page where nothing has the keys yet, those that move rows mean the table.
  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent) => {
      if (document.activeElement === document.body && /^(Arrow(Up|Down)|Page(Up|Down))$/.test(event.key) && !event.altKey) sight.current?.focus();
    };
    window.addEventListener('keydown', enter);
    return () => window.removeEventListener('keydown', enter);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // Buttons of the head keep their own keys.
    if (event.target !== event.currentTarget || event.altKey || lines.count === 0) return;
    const inSight = Math.floor(((sight.current?.clientHeight ?? 0) - rest.current.head - rest.current.foot) / rowHeight);
    const next = event.ctrlKey || event.metaKey ? (event.key === 'Home' || event.key === 'End' ? lineAfterKey(event.key, line, lines.count, inSight) : null) : lineAfterKey(event.key, line, lines.count, inSight);
    const here = lines.at(Math.max(0, line));
    if (next !== null) goTo(next);
    else if (event.key === 'Enter') openLine(line, event.ctrlKey || event.metaKey);
    else if (event.key === ' ' && here.kind === 'group') onFold(here.group.key);
    else if (event.key === 'ArrowLeft' && here.kind === 'group' && !here.folded) onFold(here.group.key);
    else if (event.key === 'ArrowRight' && here.kind === 'group' && here.folded) onFold(here.group.key);
    else return;
    event.preventDefault();
  };

  const onRow = useCallback((event: MouseEvent, at: number) => {
    setActive(at);
    // The name is the link; a click beside it is meant for it, but not the end of a selection of text.
    if ((event.target as HTMLElement).closest('a') || window.getSelection()?.toString()) return;
    opened.current(at, event.ctrlKey || event.metaKey);
  }, []);

  const wide = all.reduce((sum, { width }) => sum + width, 0);
  const drawn = printing ? linesToPrint(lines, rowAt, span) : Array.from({ length: Math.max(0, Math.min(span.last, lines.count - 1) - span.first + 1) }, (_, i) => span.first + i);
  const style = { '--cols': all.map(({ width }) => `${width}px`).join(' '), '--wide': `${wide}px`, '--row': `${rowHeight}px`, '--paper-zoom': Math.min(1, Math.max(SMALLEST, PAPER / wide)) } as CSSProperties;
  return (
    <div
      ref={sight} className={busy ? 'grid busy' : 'grid'} style={style} role="grid" aria-label={label} aria-rowcount={lines.count + 2} aria-colcount={all.length} aria-busy={busy} tabIndex={0}
      onScroll={look} onKeyDown={onKeyDown} {...(lines.count > 0 && { 'aria-activedescendant': lineId(Math.max(0, line)) })}
    >
      <GridHead columns={columns} language={say.language} unitName={unitName} order={order} onOrder={onOrder} />
      <div className="grid-body" role="rowgroup" style={{ height: lines.count * rowHeight }}>
        {drawn.map((at) => {
          const found = lines.at(at);
          const shared = { id: lineId(at), top: at * rowHeight, place: at, active: at === line, columns, say };
          if (found.kind === 'group') return <GroupHead key={`g${found.group.key}`} {...shared} group={found.group} label={groupLabel(found.group)} folded={found.folded} onFold={onFold} />;
          const row = rowAt(found.index);
          return <Row key={found.index} {...shared} row={row} to={row ? to(row) : null} onOpen={onRow} />;
        })}
      </div>
      <div className="grid-foot" role="rowgroup">
        <div className="grid-row total" role="row" aria-rowindex={lines.count + 2}>
          <div role="gridcell" aria-colindex={1} className="cell total-name"><b>{totalLabel}</b></div>
          {columns.map((column) => totals[column.at] && <div key={column.key} role="gridcell" {...cellLook(column)}><Cell column={column} cell={totals[column.at]!} sample={false} say={say} /></div>)}
        </div>
      </div>
      <p className="visually-hidden">{t('ledgers.keys')}</p>
      {printing && drawn.length < lines.count && <p className="small">{t('ledgers.printPart', { shown: drawn.length, count: lines.count })}</p>}
    </div>
  );
}
