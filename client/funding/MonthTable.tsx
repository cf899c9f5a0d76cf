import { useTranslation } from 'react-i18next';
import { type Month, totalKey } from './months';

const COLUMNS = ['allocated', 'arrived', 'paid', 'investmentDone'] as const;

/** The same figures, to be read: for those who do not see the charts, and for whoever wants the number. */
export function MonthTable({ months, money, unit }: { months: readonly Month[]; money: (sum: string) => string; unit: string }) {
  const { t } = useTranslation();
  return (
    <details className="records month-table">
      <summary>{t('funding.monthTable', { unit })}</summary>
      <div className="figure-scroll">
        <table className="figure-table">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>{t('funding.month')}</th>
              {COLUMNS.map((column) => <th key={column} scope="colgroup" colSpan={2} className="begins">{t(`funding.series.${column}`)}</th>)}
            </tr>
            <tr>{COLUMNS.flatMap((column) => [<th key={column} scope="col" className="num begins">{t('funding.inMonth')}</th>, <th key={`${column}T`} scope="col" className="num">{t('funding.inAll')}</th>])}</tr>
          </thead>
          <tbody>
            {[...months].reverse().map((month) => (
              <tr key={month.month}>
                <th scope="row">{month.month}</th>
                {COLUMNS.flatMap((column) => [<td key={column} className="num begins">{money(month[column])}</td>, <td key={`${column}T`} className="num">{money(month[totalKey(column)])}</td>])}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
