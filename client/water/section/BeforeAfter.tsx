import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SectionWorksQuery, WaterSidePartsFragment } from '../../graphql.generated';
import { longDay } from '../../format/days';
import { SampleTag } from '../../projects/marks';
import { changeText, indexText } from '../figures';
import { periodText } from '../periods';
import { ClassMark, Reading, useItemName } from '../words';
import { comparedItems } from './compared';
import { WorkFace } from './WorksSection';

type Effect = NonNullable<SectionWorksQuery['section']>['completions'][number];

const AT_FIRST = 4;

/** The water before and after each work around and upstream was completed, the last completed first. */
export function BeforeAfter({ effects }: { effects: readonly Effect[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (effects.length === 0) return <p className="nothing">{t('water.noCompletions')}</p>;
  return (
    <>
      <p className="second">{t('water.notBecause')}</p>
      <ul className="effects">{(all ? effects : effects.slice(0, AT_FIRST)).map((effect) => <EffectRow key={effect.project.id} effect={effect} />)}</ul>
      {!all && effects.length > AT_FIRST && <Button type="link" className="no-print" onClick={() => setAll(true)}>{t('state.more', { count: effects.length - AT_FIRST })}</Button>}
    </>
  );
}

function EffectRow({ effect }: { effect: Effect }) {
  const { t, i18n } = useTranslation();
  const nameOf = useItemName();
  const { project, before, after } = effect;
  const items = before && after ? comparedItems(before.indicators, after.indicators) : [];
  return (
    <li className="effect" data-effect={project.number}>
      <div className="effect-head">
        <WorkFace stage={project.stage} number={project.number} />
        <p><Link to={`/projects/${project.number}`}>{project.name}</Link><span className="second small">{t('water.completedOn', { day: longDay(effect.completedOn, i18n.language) })}　{effect.upstream ? t('water.isUpstream') : ''}{effect.distanceKm !== null && `　${t('map.km', { km: effect.distanceKm.toFixed(1) })}`}</span></p>
        <SampleTag when={Boolean(before?.sample || after?.sample)} />
      </div>
      <div className="sides"><Side title={t('water.before')} side={before} none={t('water.noneBefore')} /><span className="arrow" aria-hidden="true">→</span><Side title={t('water.after')} side={after} none={t('water.noneAfter')} /></div>
      {before && after && (
        <>
          <p className="effect-changes">
            {effect.change !== null && <span>{t('wall.water.index')} <b className={toneOf(effect.change)}>{changeText(effect.change)}</b></span>}
            <span>{effect.sameMonths ? t('water.sameMonths', { count: effect.sameMonths }) : t('water.noSameMonths')}{effect.sameMonthsChange !== null && <b className={toneOf(effect.sameMonthsChange)}> {changeText(effect.sameMonthsChange)}</b>}</span>
          </p>
          <dl className="item-changes">
            {items.map(({ before: was, after: is }) => <div key={was.indicator}><dt>{nameOf(was)}</dt><dd><Reading item={was} unit={false} /> → <Reading item={is} unit={false} /></dd></div>)}
          </dl>
        </>
      )}
    </li>
  );
}

/** Less of an index is better. */
const toneOf = (change: number): string => (change < -0.0005 ? 't-work' : change > 0.0005 ? 't-prep' : '');

function Side({ title, side, none }: { title: string; side: WaterSidePartsFragment | null; none: string }) {
  const { t, i18n } = useTranslation();
  if (!side) return <div className="side"><span className="second small">{title}</span><p className="second">{none}</p></div>;
  return (
    <div className="side">
      <span className="second small">{title}　{periodText(side.from, i18n.language)}–{periodText(side.to, i18n.language)}</span>
      <p><ClassMark grade={side.class} size={38} /> <b>{indexText(side.index)}</b></p>
      <span className="second small">{t('water.behind', { months: side.months, samples: side.samples })}</span>
    </div>
  );
}
