import { memo, type RefObject, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../layout/names';
import type { MarkChange, WaterMark } from '../live';
import { BaseMap } from './BaseMap';
import { type MapBase, regionLabel, riverLabel } from './base';
import { Diamond, VerdictMark } from './Diamond';
import type { Rect } from './geometry';
import { textWidth } from './labels';
import { roveMagnets } from './roving';
import { MapNote, Sheet } from './Sheet';
import { CLASSES, classVariable, riverClasses } from './water';
import { usePulses } from './usePulses';
import { DIAMOND, layoutWater, movedBy, type PlacedSection } from './waterLayout';
import { ZoomLayer } from './ZoomLayer';

export interface WaterMapProps {
  base: MapBase;
  marks: readonly WaterMark[];
  /** What changed last; pulses once. */
  changes?: readonly MarkChange<WaterMark>[];
  revision?: number;
  chosen?: string | null;
  /** A click or Enter on a section; none on the wall. */
  onChoose?: (code: string) => void;
  svgRef?: RefObject<SVGSVGElement | null>;
  zoom?: boolean;
}

type Place = { code: string; label: string; river: string; location: { lon: number; lat: number } };

/** The water map: sections as diamonds with their class, target met or missed; rivers tinted by their own sections only. */
export const WaterMap = memo(function WaterMap({ base, marks, changes, revision = 0, chosen, onChoose, svgRef, zoom }: WaterMapProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  // As text, so that it stays the same value while only classes change: a section does not move because its water got better.
  const places = JSON.stringify(marks.map((mark) => ({ code: mark.code, label: nameIn(language, mark), river: base.riverAliases[mark.river] ?? mark.river, location: { lon: mark.location.lon, lat: mark.location.lat } })));
  const verdictWidth = 26 + Math.max(textWidth(t('map.met'), 19), textWidth(t('map.missed'), 19));
  const layout = useMemo(
    () => layoutWater(base, (JSON.parse(places) as Place[]).map((place) => ({ ...place, verdictWidth })), language),
    [base, places, language, verdictWidth],
  );
  const pulses = usePulses(changes, revision, sectionKey);
  const classes = useMemo(() => riverClasses(marks, base.riverAliases), [marks, base]);
  const tint = useCallback((river: string) => {
    const grade = classes.get(river);
    return grade ? classVariable(grade) : undefined;
  }, [classes]);
  const labels = useMemo(() => new Map(base.regions.map((r) => [r.adcode, regionLabel(r, language)])), [base, language]);
  return (
    <Sheet width={layout.width} height={layout.height} title={t('map.water')} svgRef={svgRef} onKeyDown={roveMagnets}>
      <ZoomLayer enabled={zoom} width={layout.width} height={layout.height}>
        <BaseMap ground={layout.ground} rivers={layout.rivers} tint={tint} />
        {[...layout.names].map(([adcode, [x, y]]) => <text key={adcode} aria-hidden="true" className="ymap-county plain ymap-halo" x={x} y={y + 7}>{labels.get(adcode)}</text>)}
        {marks.map((mark) => {
          const place = layout.sections.get(mark.code);
          return place && movedBy(place) > 8 ? (
            <g key={mark.code} aria-hidden="true">
              <path className="ymap-tie" d={`M${place.spot[0]},${place.spot[1]}L${place.at[0]},${place.at[1]}`} />
              <circle className="ymap-spot" cx={place.spot[0]} cy={place.spot[1]} r={2.6} />
            </g>
          ) : null;
        })}
        {marks.map((mark, i) => {
          const place = layout.sections.get(mark.code);
          return place ? <Section key={mark.code} mark={mark} river={riverLabel(base, mark.river, language)} place={place} pulse={pulses.get(mark.sectionId)} chosen={chosen === mark.code} onChoose={onChoose} tabIndex={i === 0 ? 0 : -1} order={i} /> : null;
        })}
      </ZoomLayer>
      <WaterLegend box={layout.legend} />
      <MapNote box={layout.note} mapNumber={base.mapNumber} extra={t('map.approximate')} />
    </Sheet>
  );
});

interface SectionProps { mark: WaterMark; river: string; place: PlacedSection; pulse?: number; chosen: boolean; onChoose?: (code: string) => void; tabIndex: number; order: number }

const Section = memo(function Section({ mark, river, place, pulse, chosen, onChoose, tabIndex, order }: SectionProps) {
  const { t, i18n } = useTranslation();
  const title = nameIn(i18n.language, mark);
  const verdict = mark.meetsTarget === null ? t('map.unjudged') : t(mark.meetsTarget ? 'map.met' : 'map.missed');
  const label = t('map.sectionLabel', {
    name: title, river, class: mark.class ? t(`map.classLong.${mark.class}`) : t('map.noClassLong'), target: t(`map.classLong.${mark.target}`), verdict,
  });
  const { name, anchor } = place;
  const left = anchor === 'start' ? name.x : anchor === 'end' ? name.x + name.w : name.x + name.w / 2;
  const lineWidth = 24 + textWidth(verdict, 19);
  const verdictLeft = anchor === 'start' ? name.x : anchor === 'end' ? name.x + name.w - lineWidth : name.x + name.w / 2 - lineWidth / 2;
  return (
    <g className="ymap-magnet" role={onChoose ? 'button' : 'img'} aria-label={label} aria-pressed={onChoose ? chosen : undefined} tabIndex={tabIndex} data-magnet={order} data-section={mark.code}
      onClick={onChoose && (() => onChoose(mark.code))}
      onKeyDown={onChoose && ((event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(mark.code);
      })}>
      <title>{label}</title>
      <g transform={`translate(${place.at[0]},${place.at[1]})`}>
        {pulse === undefined ? null : <Pulse key={pulse} grade={mark.class} />}
        <Diamond grade={mark.class} />
        <path className="ymap-focus" d="M0,-31 L31,0 L0,31 L-31,0 Z" style={chosen ? { display: 'inline' } : undefined} />
      </g>
      <text className="ymap-section-name ymap-halo" x={left} y={name.y + 20} textAnchor={anchor}>{title}</text>
      {mark.meetsTarget === null ? null : <VerdictMark met={mark.meetsTarget} x={verdictLeft + 9} y={name.y + 38} />}
      <text className={`ymap-verdict ymap-halo${mark.meetsTarget === null ? '' : mark.meetsTarget ? ' met' : ' missed'}`} x={verdictLeft + 24} y={name.y + 45}>{verdict}</text>
    </g>
  );
});

/** The ring of a new class. */
function Pulse({ grade }: { grade: WaterMark['class'] }) {
  const style = { stroke: grade ? classVariable(grade) : 'var(--river-plain)' };
  return <g aria-hidden="true" data-pulse><circle className="ymap-ring" r={DIAMOND} style={style} /><circle className="ymap-ring second" r={DIAMOND} style={style} /></g>;
}

const sectionKey = (mark: WaterMark): string => mark.sectionId;

function WaterLegend({ box }: { box: Rect }) {
  const { t } = useTranslation();
  return (
    <g aria-hidden="true" transform={`translate(${box.x + 6},${box.y})`}>
      <text className="ymap-section-name" style={{ fontSize: 20 }} x={0} y={22}>{t('map.classTitle')}</text>
      {CLASSES.map((grade, i) => (
        <g key={grade} transform={`translate(${22 + (i % 3) * 78},${64 + Math.floor(i / 3) * 60})`}><Diamond grade={grade} /></g>
      ))}
      <g transform="translate(0,176)">
        <path className="ymap-river" d="M0,0H34" style={{ stroke: 'var(--water-ii)', strokeWidth: 5 }} />
        <text className="ymap-legend" x={46} y={6}>{t('map.byOwnSections')}</text>
        <path className="ymap-river" d="M0,28H34" style={{ stroke: 'var(--river-plain)', strokeWidth: 3 }} />
        <text className="ymap-legend" x={46} y={34}>{t('map.withoutSection')}</text>
      </g>
    </g>
  );
}
