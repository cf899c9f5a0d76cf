import { useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { WaterIndicatorsDocument, type WaterIndicatorsQuery, type WaterRounding } from '../graphql.generated';

/** The evaluation digits of an item by its key, null where it has none; undefined where values stand as given. */
type DigitsOf = (indicator: string) => number | null | undefined;

const AS_GIVEN: DigitsOf = () => undefined;
const Context = createContext<DigitsOf>(AS_GIVEN);

/** Values below are shown as they are held against the limits, or as given; the digits are the server's. */
export function Digits({ rounding = 'EVALUATION', children }: { rounding?: WaterRounding; children: ReactNode }) {
  // The digits of an item are those of all water bodies.
  const { data } = useQuery(WaterIndicatorsDocument, { variables: { waterBody: 'RIVER' }, fetchPolicy: 'cache-first' });
  const indicators = (data as WaterIndicatorsQuery | undefined)?.waterIndicators;
  const digits = useMemo((): DigitsOf => {
    if (rounding === 'AS_GIVEN' || !indicators) return AS_GIVEN;
    const by = new Map(indicators.map((one) => [one.key, one.digits]));
    return (indicator) => by.get(indicator) ?? null;
  }, [indicators, rounding]);
  return <Context.Provider value={digits}>{children}</Context.Provider>;
}

/** With how many digits values are shown here. */
export const useDigits = (): DigitsOf => useContext(Context);
