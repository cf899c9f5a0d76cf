import { useTranslation } from 'react-i18next';
import { earlier, longDay } from '../../format/days';
import { percent } from '../../format/shares';
import { Nothing } from '../../layout/states';
import { Section } from '../../projects/page/Section';
import { PAPER, useWidth } from '../../projects/page/useWidth';
import { monthName, volumeText, type ReplenishedYear } from './flows';
import { ReplenishmentBar } from './ReplenishmentBar';
import { ReplenishmentMonths } from './ReplenishmentMonths';

/** A year of replenishment: what it comes to, against the target and the straight line. */
export function Replenishment({ year, today }: { year: ReplenishedYear; today: string }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const [ref, width] = useWidth<HTMLDivElement>(PAPER);
  const text = (volume: number) => volumeText(volume, language);
  const amount = (volume: number) => t('replenishment.amount', { value: text(volume) });
  const last = year.months.find(({ month }) => month === year.lastMonth);
  const until = earlier(today, `${year.year}-12-31`);
  const over = `${year.year}-12-31` <= today;
  // Volumes come by the month: they are held against the line at the end of the last one, not against today's.
  const gap = last && last.expected !== null ? year.total - last.expected : null;
  return (
    <Section className="replenishment" title={t('replenishment.title', { year: year.year })} note={t('replenishment.unit')} sample={year.sample}>
      <dl className="replenishment-readout">
        <div><dt>{t('replenishment.total')}{last && <small>{t('replenishment.until', { month: monthName(last.month, language) })}</small>}</dt><dd>{text(year.total)}</dd></div>
        <div><dt>{t('replenishment.target')}</dt><dd>{year.target === null ? t('replenishment.noTarget') : text(year.target)}</dd></div>
        {year.share !== null && <div><dt>{t('replenishment.share')}</dt><dd>{percent(year.share)}</dd></div>}
        {year.expected !== null && !over && <div><dt>{t('replenishment.expected', { day: longDay(until, language) })}</dt><dd>{text(year.expected)}</dd></div>}
      </dl>
      {gap !== null && year.target !== null && (
        <p className={`replenishment-verdict flow-mark ${over ? (year.total >= year.target ? 'met' : 'missed') : gap >= 0 ? 'met' : 'missed'}`}>
          <Sign up={over ? year.total >= year.target : gap >= 0} />
          {over
            ? year.total >= year.target ? t('replenishment.reached') : t('replenishment.short', { value: amount(year.target - year.total) })
            : <>{t('replenishment.until', { month: monthName(last!.month, language) })}{language.startsWith('zh') ? '，' : ', '}{t(gap >= 0 ? 'replenishment.ahead' : 'replenishment.behind', { value: amount(Math.abs(gap)) })}</>}
        </p>
      )}
      <div ref={ref} className="replenishment-drawn">
        {width > 0 && <ReplenishmentBar year={year} width={width} />}
        {last ? width > 0 && <ReplenishmentMonths year={year} width={width} /> : <Nothing>{t('replenishment.none')}</Nothing>}
      </div>
      {last && (
        <details className="records flow-records">
          <summary>{t('replenishment.table')}</summary>
          <div className="flow-scroll">
            <table className="flow-table">
              <thead><tr><th scope="col">{t('replenishment.month')}</th><th scope="col" className="num">{t('replenishment.volume')}</th><th scope="col" className="num">{t('replenishment.running')}</th><th scope="col" className="num">{t('replenishment.line')}</th></tr></thead>
              <tbody>
                {year.months.filter(({ due }) => due).map(({ month, volume, total, expected }) => (
                  <tr key={month}><th scope="row">{month}</th><td className="num">{volume === null ? '—' : text(volume)}</td><td className="num">{text(total)}</td><td className="num">{expected === null ? '—' : text(expected)}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </Section>
  );
}

/** A hook for what is reached, a triangle for what is not. */
const Sign = ({ up }: { up: boolean }) => <svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true">{up ? <path d="M2 8l4 4 7-9" /> : <path className="full" d="M1 3h13L7.5 14z" />}</svg>;
