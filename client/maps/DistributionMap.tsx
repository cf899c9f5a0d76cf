import { memo, type MouseEvent, type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DistributionMark } from '../live';
import { BaseMap } from './BaseMap';
import { type MapBase, regionLabel } from './base';
import { CountyName } from './CountyName';
import { roveMagnets } from './roving';
import { SectorMark } from './SectorMark';
import { SECTORS } from './sectors';
import { MapNote, Sheet } from './Sheet';
import { TrayBox } from './TrayBox';
import { useLayout } from './useLayout';
import { ZoomLayer } from './ZoomLayer';
import type { Rect } from './geometry';

export interface DistributionMapProps {
  base: MapBase;
  marks: readonly DistributionMark[];
  /** Works to stand out; all when absent. The others stay where they are, pale. */
  chosen?: ReadonlySet<string>;
  /** A work pointed at in the list. */
  lit?: string | null;
  onOpen?: (number: number, event: MouseEvent) => void;
  svgRef?: RefObject<SVGSVGElement | null>;
  zoom?: boolean;
}

/** The distribution map: every work's number on the shape and colour of its sector, at the same place as on the progress map. */
export const DistributionMap = memo(function DistributionMap({ base, marks, chosen, lit, onOpen, svgRef, zoom }: DistributionMapProps) {
  const { t, i18n } = useTranslation();
  const layout = useLayout(base, marks, i18n.language);
  const regions = useMemo(() => new Map(base.regions.map((r) => [r.adcode, regionLabel(r, i18n.language)])), [base, i18n.language]);
  const counts = useMemo(() => {
    const out = new Map<string, number>();
    for (const mark of marks) if (!chosen || chosen.has(mark.projectId)) out.set(mark.adcode, (out.get(mark.adcode) ?? 0) + 1);
    return out;
  }, [marks, chosen]);
  const first = marks.reduce((least, m) => Math.min(least, m.number), Infinity);
  return (
    <Sheet width={layout.width} height={layout.height} title={t('map.distribution')} svgRef={svgRef} onKeyDown={roveMagnets}>
      <ZoomLayer enabled={zoom} width={layout.width} height={layout.height}>
        <BaseMap ground={layout.ground} rivers={layout.rivers}>{layout.trays.map((tray) => <TrayBox key={tray.adcode} tray={tray} />)}</BaseMap>
        {[...layout.names].map(([adcode, box]) => <CountyName key={adcode} box={box} name={regions.get(adcode) ?? adcode} counts={counts.get(adcode) ?? 0} />)}
        {layout.trays.map((tray) => <CountyName key={tray.adcode} box={tray.name} name={regions.get(tray.adcode) ?? tray.adcode} counts={counts.get(tray.adcode) ?? 0} />)}
        <g role="group" aria-label={t('map.works')}>
          {marks.map((mark) => {
            const at = layout.magnets.get(mark.projectId);
            if (!at) return null;
            return (
              <Numbered key={mark.projectId} mark={mark} x={at[0]} y={at[1]} dim={chosen ? !chosen.has(mark.projectId) : false} lit={lit === mark.projectId}
                onOpen={onOpen} tabIndex={mark.number === first ? 0 : -1} />
            );
          })}
        </g>
      </ZoomLayer>
      <SectorLegend box={layout.legend} />
      <MapNote box={layout.note} mapNumber={base.mapNumber} />
    </Sheet>
  );
});

interface NumberedProps { mark: DistributionMark; x: number; y: number; dim: boolean; lit: boolean; tabIndex: number; onOpen?: (number: number, event: MouseEvent) => void }

const Numbered = memo(function Numbered({ mark, x, y, dim, lit, tabIndex, onOpen }: NumberedProps) {
  const { t } = useTranslation();
  const label = [t('map.magnet', { number: mark.number, name: mark.name }), t(`map.sector.${mark.sector}`)].join(t('map.comma'));
  const common = { className: dim ? 'ymap-magnet ymap-dim' : 'ymap-magnet', transform: `translate(${x},${y})`, tabIndex, 'aria-label': label, 'data-magnet': mark.number };
  const face = (
    <>
      <title>{label}</title>
      <SectorMark sector={mark.sector} number={mark.number} />
      <circle className="ymap-focus" r={23} style={lit ? { display: 'inline' } : undefined} />
    </>
  );
  if (!onOpen) return <g {...common} role="img">{face}</g>;
  return <a {...common} href={`/projects/${mark.number}`} onClick={(event) => onOpen(mark.number, event)}>{face}</a>;
});

function SectorLegend({ box }: { box: Rect }) {
  const { t } = useTranslation();
  return (
    <g aria-hidden="true">
      {SECTORS.map((sector, i) => (
        <g key={sector} transform={`translate(${box.x + 16 + (i % 2) * 118},${box.y + 24 + Math.floor(i / 2) * 46})`}>
          <g transform="scale(0.72)"><SectorMark sector={sector} number={null} /></g>
          <text className="ymap-legend" x={20} y={6.5}>{t(`map.sectorShort.${sector}`)}</text>
        </g>
      ))}
    </g>
  );
}
