import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { type WaterBody, WaterIndicatorsDocument, type WaterIndicatorsQuery } from '../../graphql.generated';
import { periodText } from '../periods';
import { Reading, useItemName } from '../words';
import type { Panel } from './panel';
import { Spark } from './Spark';

type Props = { months: Panel['months']; waterBody: WaterBody };

/** A small trend an item that was measured, over the bands of its classes. */
export function PanelTrends({ months, waterBody }: Props) {
  const { t, i18n } = useTranslation();
  const nameOf = useItemName();
  const { data } = useQuery(WaterIndicatorsDocument, { variables: { waterBody }, fetchPolicy: 'cache-first' });
  const limits = new Map((data as WaterIndicatorsQuery | undefined)?.waterIndicators?.map((one) => [one.key, one]));
  const items = new Map(months.flatMap(({ indicators }) => indicators.map((item) => [item.indicator, item])));
  if (!items.size) return null;
  return (
    <>
      <h3>{t('water.trends')}</h3>
      <ul className="spark-list">
        {[...items.values()].map((latest) => {
          const points = months.map(({ period, indicators }) => {
            const item = indicators.find(({ indicator }) => indicator === latest.indicator);
            return { period, value: item?.value ?? null, class: item?.class ?? null, belowDetection: item?.belowDetection ?? false };
          });
          const label = `${nameOf(latest)} ${periodText(months[0]!.period, i18n.language)}–${periodText(months.at(-1)!.period, i18n.language)}`;
          return <li key={latest.indicator}><span>{nameOf(latest)}</span><Spark points={points} limits={limits.get(latest.indicator)} label={label} /><Reading item={latest} unit={false} /></li>;
        })}
      </ul>
    </>
  );
}
