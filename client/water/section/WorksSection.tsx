import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SectionWorksQuery } from '../../graphql.generated';
import { MagnetFace } from '../../maps/Magnet';

type Works = NonNullable<SectionWorksQuery['section']>;
type Near = Works['nearbyProjects'][number] | Works['upstreamProjects'][number];

const AT_FIRST = 8;

/** Works within ten kilometres, and those of the regions upstream, each with its stage: those that this viewer may open. */
export function WorksSection({ works }: { works: Works }) {
  const { t } = useTranslation();
  return (
    <div className="works-halves">
      <WorkList title={t('water.within')} works={works.nearbyProjects} none={t('map.nearbyNone')} />
      <WorkList title={t('water.upstreamWorks')} works={works.upstreamProjects} none={t('water.upstreamNone')} />
    </div>
  );
}

function WorkList({ title, works, none }: { title: string; works: readonly Near[]; none: string }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  return (
    <div>
      <h3>{title} <span className="second small">{t('map.shown', { count: works.length })}</span></h3>
      {works.length === 0 && <p className="second">{none}</p>}
      <ol className="work-list">
        {(all ? works : works.slice(0, AT_FIRST)).map(({ project, distanceKm }) => (
          <li key={project.id}>
            <WorkFace stage={project.stage} number={project.number} />
            <Link to={`/projects/${project.number}`}>{project.name}</Link>
            <span className="second small nowrap">{t(`map.stage.${project.stage}`)}{distanceKm !== null && `　${t('map.km', { km: distanceKm.toFixed(1) })}`}</span>
          </li>
        ))}
      </ol>
      {!all && works.length > AT_FIRST && <Button type="link" onClick={() => setAll(true)}>{t('state.more', { count: works.length - AT_FIRST })}</Button>}
    </div>
  );
}

/** A work's magnet, as it stands on the maps. */
export function WorkFace({ stage, number }: Pick<Near['project'], 'stage' | 'number'>) {
  return <svg viewBox="-20 -20 40 40" className="ymap work-face" aria-hidden="true"><MagnetFace stage={stage} number={number} /></svg>;
}
