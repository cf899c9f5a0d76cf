import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fen, inYuan } from '../format/money';
import { useNames } from '../layout/names';
import { usePhone } from '../layout/usePhone';
import { SampleTag } from '../projects/marks';
import { isDue, isMeasured, type Compensation, type Line } from './due';

/** What each region pays and receives. */
export function TotalsTable({ totals }: Pick<Compensation, 'totals'>) {
  const { t } = useTranslation();
  const names = useNames();
  const phone = usePhone();
  const signOf = (money: string): string => (fen(money) < 0n ? 'owes' : fen(money) > 0n ? 'gains' : '');
  return (
    <section>
      <h2>{t('compensation.totals')}<small className="second">（{t('compensation.yuan')}）</small></h2>
      {phone ? (
        <ul className="due-cards">
          {totals.map(({ region, paid, received, balance }) => (
            <li key={region.adcode}>
              <b>{names(region)}</b><b className={`amount ${signOf(balance)}`}>{signed(balance)}</b>
              <span className="second small">{t('compensation.column.paid')} {inYuan(paid)} · {t('compensation.column.received')} {inYuan(received)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <table className="ranking-table totals">
          <thead><tr><th scope="col">{t('compensation.column.region')}</th>{(['paid', 'received', 'balance'] as const).map((key) => <th key={key} scope="col" className="num">{t(`compensation.column.${key}`)}</th>)}</tr></thead>
          <tbody>
            {totals.map(({ region, paid, received, balance }) => (
              <tr key={region.adcode}>
                <th scope="row">{names(region)}</th>
                <td className="num">{inYuan(paid)}</td>
                <td className="num">{inYuan(received)}</td>
                <td className={`num ${signOf(balance)}`}><b>{signed(balance)}</b></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** A balance with the sign that print has. */
const signed = (money: string): string => `${fen(money) > 0n ? '+' : ''}${inYuan(money).replace('-', '−')}`;

const figure = (value: number | null, digits = 4): string => (value === null ? '—' : String(Number(value.toPrecision(digits))));

function DueRow({ line }: { line: Line }) {
  const { t } = useTranslation();
  const names = useNames();
  const { kind, month, section, target, payer, receiver, indicator, value, limit, multiple, amount, capped, sample } = line;
  return (
    <tr className={`due ${kind}`}>
      <td>{month}</td>
      <th scope="row">{names(section)} <small className="second">{t(`map.classLong.${target}`)}</small></th>
      <td>{names(payer, true)} → {names(receiver, true)}</td>
      <td>{indicator === null ? t('compensation.better') : t(`compensation.item.${indicator}`)}</td>
      <td className="num">{figure(value)} <SampleTag when={sample && value !== null} /></td>
      <td className="num">{figure(limit)}</td>
      <td className="num">{figure(multiple, 3)}</td>
      <td className="num">{isDue(line) ? <b>{inYuan(amount)}</b> : <span className="second">{t(`compensation.kind.${kind}`)}</span>}{capped && <small className="second"> {t('compensation.capped')}</small>}</td>
    </tr>
  );
}

function DueCard({ line }: { line: Line }) {
  const { t } = useTranslation();
  const names = useNames();
  const { kind, month, section, target, payer, receiver, indicator, value, limit, multiple, amount, capped, sample } = line;
  const told = [value !== null && `${t('compensation.column.value')} ${figure(value)}`, limit !== null && `${t('compensation.column.limit')} ${figure(limit)}`, multiple !== null && `${t('compensation.column.multiple')} ${figure(multiple, 3)}`, capped && t('compensation.capped')];
  return (
    <li className={`due ${kind}`}>
      <b>{month} {names(section)} <small className="second">{t(`map.classLong.${target}`)}</small></b>
      <span className="amount">{isDue(line) ? <b>{inYuan(amount)}</b> : t(`compensation.kind.${kind}`)}</span>
      <span>{names(payer, true)} → {names(receiver, true)} · {indicator === null ? t('compensation.better') : t(`compensation.item.${indicator}`)}</span>
      <span className="second small">{told.filter(Boolean).join(' · ')} <SampleTag when={sample && value !== null} /></span>
    </li>
  );
}

/** What every item of every border section came to; first only what is due. */
export function DueTable({ lines }: Pick<Compensation, 'lines'>) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.filter(isDue);
  return (
    <section>
      <div className="due-head">
        <h2>{t('compensation.due')}</h2>
        <Segmented className="no-print" value={all ? 'all' : 'due'} options={[{ value: 'due', label: t('compensation.onlyDue') }, { value: 'all', label: t('compensation.all') }]} onChange={(value) => setAll(value === 'all')} />
      </div>
      {shown.length === 0 ? <p className="nothing">{t(isMeasured(lines) ? 'compensation.allMet' : 'compensation.nothingMeasured')}</p> : phone ? (
        <ul className="due-cards">{shown.map((line) => <DueCard key={`${line.month} ${line.section.code} ${line.indicator ?? ''}`} line={line} />)}</ul>
      ) : (
        <div className="due-scroll">
          <table className="ranking-table">
            <thead>
              <tr>
                {(['month', 'section', 'who', 'item'] as const).map((key) => <th key={key} scope="col">{t(`compensation.column.${key}`)}</th>)}
                {(['value', 'limit', 'multiple', 'amount'] as const).map((key) => <th key={key} scope="col" className="num">{t(`compensation.column.${key}`)}</th>)}
              </tr>
            </thead>
            <tbody>{shown.map((line) => <DueRow key={`${line.month} ${line.section.code} ${line.indicator ?? ''}`} line={line} />)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
