import { useTranslation } from 'react-i18next';
import { inWan, inYuan, isNil, shareOf } from '../../format/money';
import { percent } from '../../format/shares';
import { Nothing } from '../../layout/states';
import { usePhone } from '../../layout/usePhone';
import { SOURCE_COLOURS } from '../funding';
import { SampleTag } from '../marks';
import { Section } from './Section';
import type { PageWork } from './work';

/** 资金来源: what each source is to bring, and what has been allocated, has arrived and was paid. */
export function FundsSection({ work }: { work: Pick<PageWork, 'fundingThen'> }) {
  const { t, i18n } = useTranslation();
  const phone = usePhone();
  const { fundingThen: funding } = work;
  const made = funding.lines.length > 0 && funding.lines.every((line) => line.sample);
  const sum = (money: string) => <span title={`${inYuan(money)} ${t('unit.yuan')}`} className={isNil(money) ? 'faint' : ''}>{inWan(money, i18n.language)}</span>;
  const rate = (arrived: string, planned: string) => percent(shareOf(arrived, planned));
  return (
    <Section title={t('work.funds')} note={funding.lines.length > 0 && `${t('work.inUnit')}`} sample={made}>
      {funding.lines.length === 0 ? (
        <Nothing>{t('work.noFunds')}</Nothing>
      ) : (
        <>
          <div className="share-bar" role="img" aria-label={t('work.shareLabel')}>
            {funding.lines.map((line) => <span key={line.source} style={{ flexGrow: Math.round((shareOf(line.planned, funding.planned) ?? 0) * 1000), background: SOURCE_COLOURS[line.source] }} />)}
          </div>
          {phone ? (
            <ul className="fund-rows">
              {funding.lines.map((line) => (
                <li key={line.source}>
                  <p><i style={{ background: SOURCE_COLOURS[line.source] }} />{t(`source.${line.source}`)} <SampleTag when={line.sample && !made} /> <b className="push">{t('work.rate')} {rate(line.arrived, line.planned)}</b></p>
                  <p className="second small four">
                    <span>{t('work.fundsPlanned')} {sum(line.planned)}</span><span>{t('work.fundsAllocated')} {sum(line.allocated)}</span><span>{t('work.fundsArrived')} {sum(line.arrived)}</span><span>{t('work.fundsPaid')} {sum(line.paid)}</span>
                  </p>
                </li>
              ))}
              <li className="total">
                <p>{t('work.total')} <b className="push">{t('work.rate')} {percent(funding.arrivalRate)}</b></p>
                <p className="small four">
                  <span>{t('work.fundsPlanned')} {sum(funding.planned)}</span><span>{t('work.fundsAllocated')} {sum(funding.allocated)}</span><span>{t('work.fundsArrived')} {sum(funding.arrived)}</span><span>{t('work.fundsPaid')} {sum(funding.paid)}</span>
                </p>
              </li>
            </ul>
          ) : (
            <table className="plain">
              <thead>
                <tr><th />{(['fundsPlanned', 'fundsAllocated', 'fundsArrived', 'fundsPaid', 'rate'] as const).map((head) => <th key={head} className="num">{t(`work.${head}`)}</th>)}</tr>
              </thead>
              <tbody>
                {funding.lines.map((line) => (
                  <tr key={line.source}>
                    <th scope="row"><i style={{ background: SOURCE_COLOURS[line.source] }} />{t(`source.${line.source}`)} <SampleTag when={line.sample && !made} /></th>
                    <td className="num">{sum(line.planned)}</td><td className="num">{sum(line.allocated)}</td><td className="num">{sum(line.arrived)}</td><td className="num">{sum(line.paid)}</td><td className="num second">{rate(line.arrived, line.planned)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr><th scope="row">{t('work.total')}</th><td className="num">{sum(funding.planned)}</td><td className="num">{sum(funding.allocated)}</td><td className="num">{sum(funding.arrived)}</td><td className="num">{sum(funding.paid)}</td><td className="num">{percent(funding.arrivalRate)}</td></tr>
              </tfoot>
            </table>
          )}
        </>
      )}
    </Section>
  );
}
