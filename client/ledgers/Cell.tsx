import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { inYuan } from '../format/money';
import type { Health, Stage } from '../graphql.generated';
import { HealthMark, StageTag, SuspendedMark, UnverifiedMark } from '../projects/marks';
import { zh } from '../texts/words';
import { cellText, isNothing, type Say } from './cells';
import type { ShownColumn } from './columns';

const HEALTHS = Object.entries(zh.health) as [Health, string][];

/** The marks that stand for some words of the records, the same as on every other page. */
function markOf(key: string, cell: string | null): ReactNode {
  if (key === 'health') {
    const health = HEALTHS.find(([, name]) => name === cell)?.[0];
    if (health && health !== 'ON_TRACK') return <HealthMark health={health} />;
  }
  if (key === 'suspended' && cell === '停工') return <SuspendedMark />;
  if (key === 'unverified' && cell === zh.eventStatus.REPORTED) return <UnverifiedMark />;
  return null;
}

type Props = { column: ShownColumn; cell: string | null; sample: boolean; say: Say; to?: string | null };

/** What stands in a cell: text, figures, or a mark with its words. */
export function Cell({ column, cell, sample, say, to = null }: Props) {
  const text = cellText(column, cell, say);
  const mark = column.type === 'STAGE' && cell !== null ? <StageTag stage={cell as Stage} /> : markOf(column.key, cell);
  const body = <span className={`${sample && cell !== null ? 'sample' : ''} ${isNothing(column, cell) ? 'faint' : ''}`.trim() || undefined}>{mark ?? text}</span>;
  const title = cell === null ? undefined : column.type === 'MONEY' ? `${inYuan(cell)} ${say.language.startsWith('zh') ? '元' : 'CNY'}` : column.type === 'TEXT' ? text : undefined;
  return <div className={mark ? 'cell-text mark' : 'cell-text'} title={title}>{to ? <Link to={to} tabIndex={-1}>{body}</Link> : body}</div>;
}
