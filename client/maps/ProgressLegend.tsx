import { useTranslation } from 'react-i18next';
import { LateMark, PauseMark } from './Badges';
import { MagnetFace } from './Magnet';
import { MAGNET_RADIUS } from './spread';
import { STAGES } from './stages';
import type { Rect } from './geometry';

const ROW = 36;

/** What the magnets and marks of the progress map mean. */
export function ProgressLegend({ box }: { box: Rect }) {
  const { t } = useTranslation();
  const x = box.x + 18;
  const y = box.y + 20;
  const right = x + 112;
  const line = (row: number) => y + row * ROW;
  return (
    <g aria-hidden="true">
      {STAGES.map((stage, i) => (
        <g key={stage} transform={`translate(${x},${line(i)})`}>
          <g transform="scale(0.78)"><MagnetFace stage={stage} number={null} /></g>
          <text className="ymap-legend" x={24} y={6.5}>{t(`map.stageShort.${stage}`)}</text>
        </g>
      ))}
      <g transform={`translate(${x},${line(3)})`}>
        <path className="ymap-river" d="M-12,2 C-7,-5 -3,-5 1,0 S9,4 13,-2" style={{ strokeWidth: 2.6 }} />
        <text className="ymap-legend" x={24} y={6.5}>{t('map.river')}</text>
      </g>
      <g transform={`translate(${right},${line(0)})`}>
        <g transform="scale(0.78)"><circle className="ymap-disc f-done" r={MAGNET_RADIUS} /><circle className="ymap-wait" r={MAGNET_RADIUS - 2.2} /></g>
        <text className="ymap-legend" x={24} y={6.5}>{t('map.waiting')}</text>
      </g>
      <g transform={`translate(${right},${line(1)})`}><LateMark n={1} /><text className="ymap-legend" x={24} y={6.5}>{t('map.healthShort.LAGGING')}</text></g>
      <g transform={`translate(${right},${line(2)})`}><LateMark n={2} /><text className="ymap-legend" x={24} y={6.5}>{t('map.healthShort.SERIOUS')}</text></g>
      <g transform={`translate(${right},${line(3)})`}><PauseMark /><text className="ymap-legend" x={24} y={6.5}>{t('map.suspended')}</text></g>
    </g>
  );
}
