import { Trans, useTranslation } from 'react-i18next';
import { useNames } from '../../layout/names';
import { Nothing } from '../../layout/states';
import { useRiverName } from '../../maps/useRiverName';
import { Section } from '../../projects/page/Section';
import { FlowMark } from './FlowMark';
import { aboveText, flowText, monthName, nameOf, stateOf, type FlowRow } from './flows';

/** Every river with a target in one month, and how its year goes. */
export function FlowTable({ rows, month }: { rows: readonly FlowRow[]; month: string }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const riverName = useRiverName();
  const counts = { met: 0, missed: 0, missing: 0, running: 0 };
  for (const row of rows) counts[stateOf(row.month)] += 1;
  const year = month.slice(0, 4);
  const measured = counts.met + counts.missed > 0;
  return (
    <Section className="flow-month" title={t('flow.ofMonth', { month: monthName(month, i18n.language) })} note={t('flow.unitOf')} sample={rows.some((row) => row.month.sample)}>
      {measured ? (
        <p className="flow-count">
          <span><Trans i18nKey="flow.count" values={{ total: rows.length, met: counts.met }} components={{ b: <b /> }} /></span>
          {counts.missed > 0 && <span className="flow-mark missed"><Down />{t('flow.missed', { count: counts.missed })}</span>}
          {counts.missing > 0 && <span className="second">{t('flow.unmeasured', { count: counts.missing })}</span>}
          {counts.running > 0 && <span className="second">{t('flow.running', { count: counts.running })}</span>}
        </p>
      ) : (
        <Nothing>{t('flow.nothing')}</Nothing>
      )}
      <div className="flow-scroll">
        <table className="flow-table">
          <thead>
            <tr>
              <th scope="col">{t('flow.column.river')}</th><th scope="col">{t('flow.column.region')}</th><th scope="col" className="num">{t('flow.column.target')}</th><th scope="col" className="num">{t('flow.column.flow')}</th>
              <th scope="col" className="num wide">{t('flow.column.above')}</th><th scope="col">{t('flow.column.state')}</th><th scope="col">{t('flow.column.year', { year })}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => {
              const state = stateOf(row.month);
              const { flow } = row.month;
              const lacking = row.monthsDue - row.monthsMeasured;
              return (
                <tr key={nameOf(row)} className={`${state}${i > 0 && rows[i - 1]!.river !== row.river ? ' begins' : ''}`}>
                  <th scope="row">{riverName(row.river)}</th><td>{names(row.region)}</td><td className="num">{flowText(row.target)}</td><td className="num"><b>{flow === null ? '—' : flowText(flow)}</b></td>
                  <td className="num wide">{flow === null ? '—' : aboveText(flow, row.target)}</td><td><FlowMark state={state} /></td>
                  <td>{row.monthsMeasured ? t('flow.ofMonths', { met: row.monthsMet, measured: row.monthsMeasured }) : t('flow.noMonths')}{row.monthsMeasured > 0 && lacking > 0 && <small className="second"> {t('flow.lacking', { count: lacking })}</small>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** The sign of a target that was missed. */
const Down = () => <svg width="13" height="13" viewBox="0 0 15 15" aria-hidden="true"><path className="full" d="M1 3h13L7.5 14z" /></svg>;
