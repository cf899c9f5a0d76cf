import { memo, type MouseEvent, type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarkChange, ProgressMark } from '../live';
import { BaseMap } from './BaseMap';
import { type MapBase, regionLabel } from './base';
import { CountyName } from './CountyName';
import { Magnet } from './Magnet';
import { ProgressLegend } from './ProgressLegend';
import { roveMagnets } from './roving';
import { MapNote, Sheet } from './Sheet';
import { countByRegion } from './stages';
import { TrayBox } from './TrayBox';
import { useMagnetLabel } from './useMagnetLabel';
import { useLayout } from './useLayout';
import { usePulses } from './usePulses';
import { ZoomLayer } from './ZoomLayer';

export interface ProgressMapProps {
  base: MapBase;
  marks: readonly ProgressMark[];
  /** Works that the layout reckons with, when they are more than those shown: a replay keeps every work in its place. @default marks */
  sites?: readonly ProgressMark[];
  /** What changed last; pulses once. */
  changes?: readonly MarkChange<ProgressMark>[];
  revision?: number;
  /** A click or Enter on a magnet; none on the wall screen. */
  onOpen?: (number: number, event: MouseEvent) => void;
  svgRef?: RefObject<SVGSVGElement | null>;
  zoom?: boolean;
}

const NONE = { prep: 0, work: 0, done: 0 };

/** The progress map: counties, rivers, and every work as a round magnet in the colour of its stage. */
export const ProgressMap = memo(function ProgressMap({ base, marks, sites = marks, changes, revision = 0, onOpen, svgRef, zoom }: ProgressMapProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const layout = useLayout(base, sites, language);
  const counts = useMemo(() => countByRegion(marks), [marks]);
  const regions = useMemo(() => new Map(base.regions.map((r) => [r.adcode, regionLabel(r, language)])), [base, language]);
  const pulses = usePulses(changes, revision, workKey);
  const labelOf = useMagnetLabel();
  // Marked magnets are drawn last, so that no badge lies under a neighbour.
  const ordered = useMemo(() => [...marks].sort((a, b) => weight(a) - weight(b) || a.number - b.number), [marks]);
  const first = ordered.reduce((least, m) => Math.min(least, m.number), Infinity);

  return (
    <Sheet width={layout.width} height={layout.height} title={t('map.progress')} svgRef={svgRef} onKeyDown={roveMagnets}>
      <ZoomLayer enabled={zoom} width={layout.width} height={layout.height}>
        <BaseMap ground={layout.ground} rivers={layout.rivers}>
          {layout.trays.map((tray) => <TrayBox key={tray.adcode} tray={tray} />)}
        </BaseMap>
        {[...layout.names].map(([adcode, box]) => <CountyName key={adcode} box={box} name={regions.get(adcode) ?? adcode} counts={counts.get(adcode) ?? NONE} />)}
        {layout.trays.map((tray) => <CountyName key={tray.adcode} box={tray.name} name={regions.get(tray.adcode) ?? tray.adcode} counts={counts.get(tray.adcode) ?? NONE} />)}
        <g role="list" aria-label={t('map.works')}>
          {ordered.map((mark) => {
            const at = layout.magnets.get(mark.projectId);
            if (!at) return null;
            return (
              <Magnet key={mark.projectId} mark={mark} x={at[0]} y={at[1]} label={labelOf(mark)} pulse={pulses.get(mark.projectId)}
                href={onOpen ? `/projects/${mark.number}` : undefined} onOpen={onOpen} tabIndex={mark.number === first ? 0 : -1} />
            );
          })}
        </g>
      </ZoomLayer>
      <ProgressLegend box={layout.legend} />
      <MapNote box={layout.note} mapNumber={base.mapNumber} />
    </Sheet>
  );
});

const workKey = (mark: ProgressMark): string => mark.projectId;
const weight = (m: ProgressMark) => (m.health === 'ON_TRACK' ? 0 : 2) + (m.suspended ? 1 : 0);
