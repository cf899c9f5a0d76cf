import { Grid } from 'antd';

/** True on a narrow screen: cards instead of tables, sheets instead of drawers, targets of 44 px. */
export function usePhone(): boolean {
  const { md } = Grid.useBreakpoint();
  return md === false;
}

/** True where a wide table has no room and its cards read better. */
export function useNarrow(below: 'lg' | 'xl'): boolean {
  return Grid.useBreakpoint()[below] === false;
}
