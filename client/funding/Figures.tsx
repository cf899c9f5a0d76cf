import { useNarrow } from '../layout/usePhone';
import { FigureCards } from './FigureCards';
import type { FigureRow } from './RowFigure';
import { FigureTable } from './FigureTable';
import { type DeskView, unitOf } from './view';

type Props = { view: DeskView; caption: string; nameTitle: string; rows: readonly FigureRow[]; total: FigureRow; year: number; busy: boolean };

/** The lines of the desk as a table, or as cards where a table has no room. */
export function Figures({ view, nameTitle, rows, total, ...rest }: Props) {
  const narrow = useNarrow('lg');
  // Said once, at the total, while there is something made up in every line. One line is its own total.
  const lines = rows.length === 1 ? rows : [total, ...(rows.every(({ sample }) => sample) ? rows.map((row) => ({ ...row, sample: false })) : rows)];
  return narrow ? <FigureCards unit={unitOf(view)} lines={lines} {...rest} /> : <FigureTable unit={unitOf(view)} nameTitle={nameTitle} lines={lines} {...rest} />;
}
