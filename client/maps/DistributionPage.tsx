import { Select, Skeleton } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectorCode } from '../graphql.generated';
import { type DistributionMark, useMap } from '../live';
import { longDay } from '../theme/time';
import { useWallSetting } from '../wall/setting';
import { DistributionMap } from './DistributionMap';
import { MapFrame } from './MapFrame';
import { OfflineNote } from './OfflineNote';
import { SectorMark } from './SectorMark';
import { SECTORS } from './sectors';
import { useMapBase } from './useMapBase';
import { useOpenWork } from './useOpenWork';

/** What the reader wants to see; empty means all. */
export interface DistributionFilter { sectors: SectorCode[]; lists: string[]; categories: string[] }

/** Works that a filter keeps: one of the sectors, one of the lists, one of the categories. */
export function chosenWorks(marks: readonly DistributionMark[], { sectors, lists, categories }: DistributionFilter): DistributionMark[] {
  return marks.filter((mark) =>
    (!sectors.length || sectors.includes(mark.sector)) &&
    (!lists.length || mark.lists.some((list) => lists.includes(list))) &&
    (!categories.length || categories.includes(mark.category)));
}

/** /maps/distribution: where the works are, by sector, with their numbers and names beside the map. */
export function DistributionPage() {
  const { t, i18n } = useTranslation();
  const zh = i18n.language.startsWith('zh');
  const base = useMapBase();
  const setting = useWallSetting();
  const live = useMap('distribution');
  const svgRef = useRef<SVGSVGElement>(null);
  const open = useOpenWork();
  const [filter, setFilter] = useState<DistributionFilter>({ sectors: [], lists: [], categories: [] });
  const [lit, setLit] = useState<string | null>(null);
  const marks = useMemo(() => (live.state ? [...live.state.marks.values()] : []), [live.state]);
  const list = useMemo(() => chosenWorks(marks, filter).sort((a, b) => a.number - b.number), [marks, filter]);
  const chosen = useMemo(() => (list.length === marks.length ? undefined : new Set(list.map((m) => m.projectId))), [list, marks]);
  if (!base || !live.state) return <div className="map-page"><OfflineNote link={live.link} freshAt={live.freshAt} /><Skeleton active paragraph={{ rows: 12 }} title={false} /></div>;
  const named = (items: readonly { code: string; name: string; nameEn: string }[]) => items.map((i) => ({ value: i.code, label: zh ? i.name : i.nameEn }));
  const common = { mode: 'multiple' as const, allowClear: true, maxTagCount: 1, style: { minWidth: 150 } };
  const tools = (
    <>
      <Select {...common} aria-label={t('map.filterSector')} placeholder={t('map.filterSector')} value={filter.sectors} onChange={(sectors: SectorCode[]) => setFilter((f) => ({ ...f, sectors }))}
        options={SECTORS.map((value) => ({ value, label: t(`map.sector.${value}`) }))} />
      <Select {...common} aria-label={t('map.filterList')} placeholder={t('map.filterList')} value={filter.lists} onChange={(lists: string[]) => setFilter((f) => ({ ...f, lists }))} options={named(setting.lists)} popupMatchSelectWidth={false} />
      <Select {...common} aria-label={t('map.filterCategory')} placeholder={t('map.filterCategory')} value={filter.categories} onChange={(categories: string[]) => setFilter((f) => ({ ...f, categories }))} options={named(setting.categories)} popupMatchSelectWidth={false} />
    </>
  );
  const side = (
    <>
      <h2>{t('wall.list.title')}<span>{t('map.shown', { count: list.length })}</span></h2>
      {list.length === 0 ? <p className="hint">{t('map.none')}</p> : null}
      <ol>
        {list.map((mark) => (
          <li key={mark.projectId} onPointerEnter={() => setLit(mark.projectId)} onPointerLeave={() => setLit(null)}>
            <svg viewBox="-20 -21 40 41" className="ymap" aria-hidden="true"><SectorMark sector={mark.sector} number={mark.number} /></svg>
            <a href={`/projects/${mark.number}`} onClick={(event) => open(mark.number, event)} onFocus={() => setLit(mark.projectId)} onBlur={() => setLit(null)}>{mark.name}</a>
          </li>
        ))}
      </ol>
    </>
  );
  return (
    <MapFrame title={t('wall.title.distribution', setting.names)} day={`${longDay(live.state.day, i18n.language)}${setting.demonstration ? t('wall.demo') : ''}`} fileName={`distribution-${live.state.day}`} svgRef={svgRef} wall="/wall/distribution" tools={tools} side={side} roll credit={base.credit} sampleNote={setting.sampleNote}>
      <OfflineNote link={live.link} freshAt={live.freshAt} />
      <DistributionMap base={base} marks={marks} chosen={chosen} lit={lit} onOpen={open} svgRef={svgRef} zoom />
    </MapFrame>
  );
}
