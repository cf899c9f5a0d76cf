import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { inWan, inYuan } from '../format/money';
import { percent, progressText } from '../format/shares';
import { useNames } from '../layout/names';
import { Magnet, ProgressBar, SampleTag } from '../projects/marks';
import { DeskMarks, type DeskWork, type OnAct, RowActions, tickOf, WaitingList } from './row';
import '../projects/list.css';

export function DeskTable({ works, today, onAct }: { works: DeskWork[]; today: string; onAct: OnAct }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const made = (field: string) => works.some((work) => work.sampleFields.includes(field));
  const columns: TableColumnsType<DeskWork> = [
    { title: t('works.column.number'), width: 66, render: (_, work) => <Magnet number={work.number} stage={work.stage} unverified={work.unverified} /> },
    {
      title: t('works.column.name'),
      render: (_, work) => (
        <>
          <Link className="work-name" to={`/projects/${work.number}`}>{work.name}</Link> <SampleTag when={work.sample} />
          <div className="second small">{names(work.category)}</div>
        </>
      ),
    },
    { title: t('works.column.stage'), width: 176, render: (_, work) => <DeskMarks work={work} today={today} /> },
    {
      title: <>{t('works.column.progress')} <SampleTag when={made('progressHistory')} /></>, width: 170,
      render: (_, work) => <span className="list-progress"><ProgressBar progress={work.progress} planned={tickOf(work, today)} stage={work.stage} /><b>{progressText(work.progress)}</b></span>,
    },
    {
      title: <>{t('county.invested')} <SampleTag when={made('investment')} /></>, width: 150, align: 'right',
      render: (_, work) => <span className="nowrap" title={`${inYuan(work.investmentDone)} / ${work.investment ? inYuan(work.investment) : '—'}`}>{inWan(work.investmentDone, i18n.language)} <span className="second">/ {work.investment ? inWan(work.investment, i18n.language) : '—'}</span></span>,
    },
    { title: <>{t('county.arrival')} <SampleTag when={made('funding')} /></>, width: 92, align: 'right', render: (_, work) => percent(work.funding.arrivalRate) },
    { title: t('county.waiting'), width: 200, render: (_, work) => <WaitingList work={work} today={today} /> },
    { title: t('county.actions'), width: 264, align: 'right', render: (_, work) => <RowActions work={work} onAct={onAct} /> },
  ];
  return <Table<DeskWork> rowKey="id" size="middle" columns={columns} dataSource={works} pagination={false} tableLayout="auto" />;
}
