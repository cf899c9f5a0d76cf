import { memo, useMemo } from 'react';
import './maps.css';
import { useTranslation } from 'react-i18next';
import type { ProgressMark } from '../live';
import { BaseMap } from './BaseMap';
import { type MapBase, regionLabel } from './base';
import type { Pt, Rect } from './geometry';
import { MagnetFace } from './Magnet';
import { projectGround } from './projection';
import { useMapBase } from './useMapBase';

const WIDTH = 410;
const HEIGHT = 225;
/** How much of the frame the county takes at most. */
const SHARE = 0.8;
/** The city is first projected to this size, to see how large the county is in it. */
const TRIAL = 1000;

export interface InsetMapProps {
  /** The lead region; one without a boundary shows the whole city. */
  adcode: string;
  location: { lon: number; lat: number };
  number: number;
  stage: ProgressMark['stage'];
}

const boundsOf = (points: readonly Pt[]): Rect => {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x: Math.min(...xs), y: Math.min(...ys), w: Math.max(...xs) - Math.min(...xs), h: Math.max(...ys) - Math.min(...ys) };
};

/** The county fitted into the frame, with the ground around it, and which part of it to show. */
function closeUp(base: MapBase, adcode: string, location: InsetMapProps['location']) {
  const square = (size: number) => projectGround(base, size, size, { x: 0, y: 0, w: size, h: size });
  const pointsIn = (ground: ReturnType<typeof square>) => {
    const county = ground.counties.find((one) => one.adcode === adcode);
    const at = ground.project(location);
    return [...(county?.rings.flat() ?? ground.landRings.flat()), ...(at ? [at] : [])];
  };
  const trial = boundsOf(pointsIn(square(TRIAL)));
  const ground = square(TRIAL * Math.min((WIDTH * SHARE) / trial.w, (HEIGHT * SHARE) / trial.h));
  const box = boundsOf(pointsIn(ground));
  const view = { x: box.x + box.w / 2 - WIDTH / 2, y: box.y + box.h / 2 - HEIGHT / 2, w: WIDTH, h: HEIGHT };
  return { ground, view };
}

/** Where a work is: its county with the rivers, and its magnet at the very place. */
export const InsetMap = memo(function InsetMap({ adcode, location, number, stage }: InsetMapProps) {
  const { t, i18n } = useTranslation();
  const base = useMapBase();
  const { lon, lat } = location;
  const shown = useMemo(() => (base ? closeUp(base, adcode, { lon, lat }) : null), [base, adcode, lon, lat]);
  if (!base || !shown) return null;
  const { ground, view } = shown;
  const at = ground.project(location);
  return (
    <svg className="ymap" viewBox={`${view.x} ${view.y} ${view.w} ${view.h}`} role="img" aria-label={t('map.progress')}>
      <rect x={view.x} y={view.y} width={view.w} height={view.h} fill="var(--paper)" />
      <BaseMap ground={ground} rivers={[]} />
      {/* Of the whole city the names would lie on one another. */}
      {ground.counties.some((county) => county.adcode === adcode) && ground.counties.map((county) => {
        const region = base.regions.find((one) => one.adcode === county.adcode);
        return region ? (
          <text key={county.adcode} className="ymap-halo" x={county.label[0]} y={county.label[1]} textAnchor="middle" style={county.adcode === adcode ? { fontSize: 17, fontWeight: 600 } : { fontSize: 14, fill: 'var(--ink2)' }}>
            {regionLabel(region, i18n.language)}
          </text>
        ) : null;
      })}
      {at && <g transform={`translate(${at[0]},${at[1]}) scale(0.8)`}><MagnetFace stage={stage} number={number} /></g>}
    </svg>
  );
});
