import type { ReactNode } from 'react';

export interface StripCell { key: string; label: string; value: ReactNode; extra?: ReactNode; tone?: 'prep' | 'work' | 'done' | 'zero'; grow?: boolean }

/** The ten-second strip: a row of figures with their labels above. */
export function Strip({ cells }: { cells: readonly StripCell[] }) {
  return (
    <dl className="wall-strip">
      {cells.map((cell) => (
        <div key={cell.key} className={cell.grow ? 'grow' : undefined} data-strip={cell.key}>
          <dt>{cell.label}</dt>
          <dd><b className={cell.tone}>{cell.value}</b>{cell.extra ? <span>{cell.extra}</span> : null}</dd>
        </div>
      ))}
    </dl>
  );
}
