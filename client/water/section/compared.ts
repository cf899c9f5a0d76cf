import type { IndicatorPartsFragment } from '../../graphql.generated';
import { CLASSES } from '../../maps/water';

/** What the rivers of the programme are judged by month for month; others are named where they are worse than Ⅲ. */
const MAIN: readonly string[] = ['DO', 'CODMn', 'COD', 'BOD5', 'NH3N', 'TP'];

/** The items that both sides have and that are worth comparing, in the order of the standard. */
export function comparedItems<T extends Pick<IndicatorPartsFragment, 'indicator' | 'class'>>(before: readonly T[], after: readonly T[]): { before: T; after: T }[] {
  const poor = ({ class: grade }: T) => grade !== null && CLASSES.indexOf(grade) > CLASSES.indexOf('III');
  return before.flatMap((was) => {
    const is = after.find(({ indicator }) => indicator === was.indicator);
    return is && (MAIN.includes(was.indicator) || poor(was) || poor(is)) ? [{ before: was, after: is }] : [];
  });
}
