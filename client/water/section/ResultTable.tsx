import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaterClass, WaterResultPartsFragment } from '../../graphql.generated';
import { CLASSES } from '../../maps/water';
import { SampleTag } from '../../projects/marks';
import { useDigits } from '../Digits';
import { indexText, readingText } from '../figures';
import { periodText } from '../periods';
import { ClassMark, Reading, useCondition, useItemName, Verdict } from '../words';
import { csvOf, saveText } from './csv';
import type { Indicator } from './trend';

type Props = { name: string; results: readonly WaterResultPartsFragment[]; indicators: readonly Indicator[]; target: WaterClass };

const AT_FIRST = 24;

/** Every period with its class and all values, the latest first; to be saved or copied as it stands. */
export function ResultTable({ name, results, indicators, target }: Props) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const nameOf = useItemName();
  const condition = useCondition();
  const digits = useDigits();
  const [all, setAll] = useState(false);
  const measured = useMemo(() => indicators.filter(({ key }) => results.some((result) => result.indicators.some(({ indicator }) => indicator === key))), [indicators, results]);
  const latest = useMemo(() => [...results].reverse(), [results]);
  const deciding = (result: WaterResultPartsFragment) => result.indicators.filter(({ indicator }) => result.deciding.includes(indicator)).map(nameOf).join(t('water.comma'));
  const rows = () => [
    [t('water.period'), t('water.class'), t('water.conditionTitle'), t('wall.water.target'), t('water.verdict'), t('water.deciding'), t('wall.water.index'), t('water.itemCount'), ...measured.map((item) => (item.key === 'pH' ? nameOf(item) : `${nameOf(item)}（${item.unit}）`))],
    ...latest.map((result) => [
      result.period, result.class && t(`map.classLong.${result.class}`), result.class && condition(result.class), t(`map.classLong.${target}`), result.meetsTarget === null ? null : t(result.meetsTarget ? 'map.met' : 'map.missed'), deciding(result), result.index, result.itemCount,
      ...measured.map(({ key }) => {
        const item = result.indicators.find(({ indicator }) => indicator === key);
        // Spreadsheets know no other minus.
        return item ? readingText(item, digits(key)).replace('−', '-') : null;
      }),
    ]),
  ];
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(rows().map((row) => row.map((one) => one ?? '').join('\t')).join('\n'));
      void message.success(t('water.copied'));
    } catch {
      // A page that came over plain http has no clipboard.
      void message.error(t('water.notCopied'));
    }
  };
  const shown = all ? latest : latest.slice(0, AT_FIRST);
  return (
    <>
      <div className="table-tools no-print">
        <Button size="small" onClick={() => saveText(csvOf(rows()), `${name}-${results[0]!.period}-${results.at(-1)!.period}.csv`)}>{t('water.saveCsv')}</Button>
        <Button size="small" onClick={() => void copy()}>{t('water.copy')}</Button>
      </div>
      <div className="water-scroll">
        <table className="water-table">
          <thead>
            <tr>
              <th scope="col">{t('water.period')}</th><th scope="col">{t('water.class')}</th><th scope="col">{t('water.verdict')}</th><th scope="col">{t('water.deciding')}</th><th scope="col" className="num">{t('wall.water.index')}</th>
              {measured.map((item) => <th key={item.key} scope="col" className="num">{nameOf(item)}{item.key !== 'pH' && <small>{item.unit}</small>}</th>)}
            </tr>
          </thead>
          <tbody>
            {shown.map((result) => (
              <tr key={result.period}>
                <th scope="row">{periodText(result.period, i18n.language)} <SampleTag when={result.sample} /></th>
                <td><ClassMark grade={result.class} size={26} /></td>
                <td><Verdict met={result.meetsTarget} /></td>
                <td className="wrap">{deciding(result) || '—'}</td>
                <td className="num">{indexText(result.index)}</td>
                {measured.map(({ key }) => {
                  const item = result.indicators.find(({ indicator }) => indicator === key);
                  const over = item?.class && CLASSES.indexOf(item.class) > CLASSES.indexOf(target);
                  return <td key={key} className={over ? 'num over' : 'num'}>{item ? <Reading item={item} unit={false} /> : ''}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && latest.length > AT_FIRST && <Button type="link" className="no-print" onClick={() => setAll(true)}>{t('state.more', { count: latest.length - AT_FIRST })}</Button>}
    </>
  );
}
