import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SectionWorksDocument, type SectionWorksQuery, type WaterSidePartsFragment } from '../../graphql.generated';
import { longDay } from '../../format/days';
import { SampleTag } from '../../projects/marks';
import { changeText, indexText } from '../figures';
import { ClassMark } from '../words';
import { WorkFace } from './WorksSection';

type Works = NonNullable<SectionWorksQuery['section']>;
type Near = Works['nearbyProjects'][number] | Works['upstreamProjects'][number];

/** So many of the others stand beside the map; all of them on the page of the section. */
const [UPSTREAM, COMPLETED] = [4, 3];

/** The works around a section and upstream of it, each with its stage, and the water before and after the last completions. */
export function PanelWorks({ code, name }: { code: string; name: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(SectionWorksDocument, { variables: { code }, fetchPolicy: 'cache-and-network' });
  const works = data?.section as Works | null | undefined;
  const page = `/water/sections/${encodeURIComponent(code)}`;
  if (!works) return <p className="hint">{t(error ? 'water.panelFailed' : 'water.reading')}</p>;
  return (
    <>
      <PanelList title={t('map.nearby', { name })} works={works.nearbyProjects} most={Infinity} none={t('map.nearbyNone')} page={page} />
      <PanelList title={t('water.upstreamWorks')} works={works.upstreamProjects} most={UPSTREAM} none={t('water.upstreamNone')} page={page} />
      {works.completions.length > 0 && (
        <>
          <h3>{t('water.lastCompletions')}</h3>
          <ul className="panel-effects">{works.completions.slice(0, COMPLETED).map((effect) => <Effect key={effect.project.id} effect={effect} />)}</ul>
          <p className="hint">{t('water.notBecause')}</p>
        </>
      )}
    </>
  );
}

function PanelList({ title, works, most, none, page }: { title: string; works: readonly Near[]; most: number; none: string; page: string }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{title}</h3>
      {works.length === 0 && <p className="hint">{none}</p>}
      <ol>
        {works.slice(0, most).map(({ project, distanceKm }) => (
          <li key={project.id}>
            <WorkFace stage={project.stage} number={project.number} />
            <Link to={`/projects/${project.number}`}>{project.name}</Link>
            <em>{t(`map.stage.${project.stage}`)}{distanceKm !== null && <><br />{t('map.km', { km: distanceKm.toFixed(1) })}</>}</em>
          </li>
        ))}
      </ol>
      {works.length > most && <p><Link to={page} className="panel-more">{t('water.allWorks', { count: works.length })}</Link></p>}
    </>
  );
}

/** One completion in two lines: the class and index on either side, and on how many months and samples they rest. */
function Effect({ effect: { project, completedOn, before, after, change } }: { effect: Works['completions'][number] }) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <p><Link to={`/projects/${project.number}`}>{project.name}</Link> <span className="second">{t('water.completedOn', { day: longDay(completedOn, i18n.language) })}</span> <SampleTag when={Boolean(before?.sample || after?.sample)} /></p>
      <div><Side side={before} none={t('water.noneBefore')} /><span aria-hidden="true">→</span><Side side={after} none={t('water.noneAfter')} />{change !== null && <b>{changeText(change)}</b>}</div>
    </li>
  );
}

function Side({ side, none }: { side: WaterSidePartsFragment | null; none: string }) {
  const { t } = useTranslation();
  if (!side) return <span className="second">{none}</span>;
  return <span className="panel-side"><ClassMark grade={side.class} size={24} /> {indexText(side.index)}<small className="second">{t('water.behind', { months: side.months, samples: side.samples })}</small></span>;
}
