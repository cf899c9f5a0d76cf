import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SectionHeadQuery } from '../../graphql.generated';
import { useNames } from '../../layout/names';
import { useRiverName } from '../../maps/useRiverName';
import { SampleTag } from '../../projects/marks';
import { indexText } from '../figures';
import { periodText } from '../periods';
import { ClassMark, Reading, useCondition, useItemName, usePollutants, Verdict } from '../words';

export type HeadSection = NonNullable<SectionHeadQuery['section']>;

/** Whose water it is and how it stands: the head of a section's page. */
export function SectionTop({ section, onRecord }: { section: HeadSection; onRecord: (() => void) | null }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const riverName = useRiverName();
  const condition = useCondition();
  const nameOf = useItemName();
  const pollutants = usePollutants();
  const { latest } = section;
  const deciding = latest?.indicators.filter(({ indicator }) => latest.deciding.includes(indicator)) ?? [];
  const links = (sections: readonly { id: string; code: string; name: string; nameEn: string }[]): ReactNode =>
    sections.map((one, i) => <span key={one.id}>{i > 0 && t('water.comma')}<Link to={`/water/sections/${encodeURIComponent(one.code)}`}>{names(one)}</Link></span>);
  return (
    <>
      <div className="crumbs"><Link to="/water">‹ {t('water.title')}</Link><Link to={`/maps/water#${encodeURIComponent(section.code)}`}>{t('water.onMap')}</Link></div>
      <div className="section-top">
        <ClassMark grade={latest?.class ?? null} size={84} />
        <div className="section-title">
          <h1>{names(section)}</h1>
          <p className="second">{riverName(section.river)}　{names(section.region)}　{t(`water.level.${section.level}`)}　{t('water.targetIs', { class: t(`map.classLong.${section.target}`) })}{section.locationApproximate && `　${t('map.approximate')}`}</p>
          {latest ? <p className="section-now"><b>{periodText(latest.period, i18n.language)}</b> {latest.class ? t(`map.classLong.${latest.class}`) : t('map.unjudged')}，{condition(latest.class)} <Verdict met={latest.meetsTarget} /> <SampleTag when={latest.sample} /></p> : <p>{t('water.nothingMeasured')}</p>}
        </div>
        <dl className="figures">
          {latest?.index !== null && latest && <div><dt>{t('wall.water.index')}</dt><dd>{indexText(latest.index)}<small>{t('water.ofItems', { count: latest.itemCount })}</small></dd></div>}
        </dl>
        {onRecord && <Button type="primary" className="no-print" onClick={onRecord}>{t('water.record')}</Button>}
      </div>
      <dl className="facts section-facts">
        {latest && <div><dt>{t('water.deciding')}</dt><dd>{deciding.length ? deciding.map((item) => <span key={item.indicator} className="item-reading">{nameOf(item)} <Reading item={item} /></span>) : t(latest.indicators.length ? 'water.noneDeciding' : 'water.classAlone')}</dd></div>}
        {latest && latest.mainPollutants.length > 0 && <div><dt>{t('water.pollutants')}</dt><dd>{pollutants(latest.mainPollutants)}</dd></div>}
        <div><dt>{t('water.neighbours')}</dt><dd>{section.upstream.length > 0 ? links(section.upstream) : t('state.none')} → <b>{names(section)}</b> → {section.downstream ? links([section.downstream]) : t('state.none')}</dd></div>
        {section.upstreamRegions.length > 0 && <div><dt>{t('water.upstreamRegions')}</dt><dd>{section.upstreamRegions.map((region) => names(region, true)).join(t('water.comma'))}</dd></div>}
      </dl>
    </>
  );
}
