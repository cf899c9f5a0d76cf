import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { inWan } from '../format/money';
import { percent, progressText } from '../format/shares';
import { Magnet, ProgressBar, SampleTag } from '../projects/marks';
import { DeskMarks, type DeskWork, type OnAct, RowActions, tickOf, WaitingList } from './row';
import '../projects/list.css';

export function DeskCards({ works, today, onAct }: { works: DeskWork[]; today: string; onAct: OnAct }) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="desk-cards">
      {works.map((work) => (
        <li key={work.id}>
          <Magnet number={work.number} stage={work.stage} unverified={work.unverified} />
          <div>
            <Link className="work-name" to={`/projects/${work.number}`}>{work.name}</Link> <SampleTag when={work.sample} />
            <p className="card-line"><DeskMarks work={work} today={today} /><span className="second small push">{t('county.arrival')} <b>{percent(work.funding.arrivalRate)}</b></span></p>
            <span className="list-progress"><ProgressBar progress={work.progress} planned={tickOf(work, today)} stage={work.stage} /><b>{progressText(work.progress)}</b></span>
            <p className="second small">
              {work.investment && t('county.done', { done: inWan(work.investmentDone, i18n.language), all: inWan(work.investment, i18n.language) })}{' '}
              <SampleTag when={work.sampleFields.includes('investment')} />
            </p>
            <WaitingList work={work} today={today} />
            <RowActions work={work} onAct={onAct} />
          </div>
        </li>
      ))}
    </ul>
  );
}
