import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { inWan, inYuan } from '../format/money';
import { percent, progressText } from '../format/shares';
import type { ProjectListQuery, ProjectOrderField } from '../graphql.generated';
import { useNames } from '../layout/names';
import { HealthMark, Magnet, ProgressBar, SampleTag, StageTag, SuspendedMark, UnverifiedMark } from './marks';
import type { Question } from './listQuestion';

export type ListedWork = NonNullable<ProjectListQuery['projects']>['nodes'][number];

/** Stage and marks of a listed work. */
export function Marks({ work }: { work: Pick<ListedWork, 'stage' | 'health' | 'suspended' | 'unverified'> }) {
  return (
    <span className="marks">
      <StageTag stage={work.stage} />
      {work.unverified && <UnverifiedMark />}
      {work.suspended && <SuspendedMark />}
      <HealthMark health={work.health} />
    </span>
  );
}

export function ListTable({ works, question }: { works: ListedWork[]; question: Question }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const sorted = (field: ProjectOrderField) => ({
    key: field,
    sorter: true,
    sortOrder: question.order.field === field ? (question.order.direction === 'ASC' ? ('ascend' as const) : ('descend' as const)) : null,
  });
  const columns: TableColumnsType<ListedWork> = [
    { ...sorted('NUMBER'), title: t('works.column.number'), width: 76, render: (_, work) => <Magnet number={work.number} stage={work.stage} unverified={work.unverified} size={34} /> },
    {
      ...sorted('NAME'), title: t('works.column.name'),
      render: (_, work) => (
        <>
          <Link className="work-name" to={`/projects/${work.number}`}>{work.name}</Link> {work.sample && <SampleTag />}
          <div className="second small">{names(work.category)}</div>
        </>
      ),
    },
    { ...sorted('REGION'), title: t('works.column.region'), width: 124, render: (_, work) => names(work.leadRegion, true) },
    { ...sorted('SECTOR'), title: t('works.column.sector'), width: 124, responsive: ['xl'], render: (_, work) => names(work.sector) },
    { title: t('works.column.stage'), width: 168, render: (_, work) => <Marks work={work} /> },
    {
      ...sorted('PROGRESS'), title: t('works.column.progress'), width: 150,
      render: (_, work) => <span className="list-progress"><ProgressBar progress={work.progress} planned={null} stage={work.stage} /><b>{progressText(work.progress)}</b></span>,
    },
    { ...sorted('PLANNED_FINISH'), title: t('works.column.plannedFinish'), width: 126, responsive: ['xl'], className: 'nowrap', render: (_, work) => work.plannedFinish ?? '—' },
    { ...sorted('INVESTMENT'), title: t('works.column.investment'), width: 138, align: 'right', render: (_, work) => (work.investment ? <span title={inYuan(work.investment)}>{inWan(work.investment, i18n.language)}</span> : '—') },
    { ...sorted('FUNDS_ARRIVED'), title: t('works.column.arrival'), width: 104, align: 'right', render: (_, work) => percent(work.funding.arrivalRate) },
  ];
  return (
    <Table<ListedWork>
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={works}
      pagination={false}
      showSorterTooltip={false}
      onRow={(work) => ({
        className: 'row-link',
        onClick: (event) => {
          // The name is the link; a click beside it is taken as meant for it, but not the end of a selection of text.
          if (!(event.target as HTMLElement).closest('a') && !window.getSelection()?.toString()) void navigate(`/projects/${work.number}`);
        },
      })}
      onChange={(_, __, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        question.set({ order: one?.order ? { field: one.columnKey as ProjectOrderField, direction: one.order === 'ascend' ? 'ASC' : 'DESC' } : { field: 'NUMBER', direction: 'ASC' } });
      }}
    />
  );
}

export function ListCards({ works }: { works: ListedWork[] }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  return (
    <ul className="cards">
      {works.map((work) => (
        <li key={work.id}>
          <Link to={`/projects/${work.number}`}>
            <Magnet number={work.number} stage={work.stage} unverified={work.unverified} />
            <div>
              <b className="work-name">{work.name}</b>
              <p><Marks work={work} /> <span className="second small">{names(work.leadRegion, true)}</span> {work.sample && <SampleTag />}</p>
              <span className="list-progress"><ProgressBar progress={work.progress} planned={null} stage={work.stage} /><b>{progressText(work.progress)}</b></span>
              <p className="second small">
                {work.investment && <>{inWan(work.investment, i18n.language)} {t('unit.wan')} · </>}
                {t('works.column.arrival')} {percent(work.funding.arrivalRate)}
                {work.plannedFinish && <span className="nowrap"> · {t('works.column.plannedFinish')} {work.plannedFinish}</span>}
              </p>
            </div>
          </Link>
        </li>
      ))}
    </ul>
  );
}
