import { memo, type MouseEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgressMark } from '../live';
import { regionLabel, type MapBase } from './base';
import { Magnet } from './Magnet';
import { SECTORS } from './sectors';
import { useMagnetLabel } from './useMagnetLabel';
import './maps.css';

interface BoardViewProps { base: MapBase; marks: readonly ProgressMark[]; pulses?: ReadonlyMap<string, number>; onOpen: (number: number, event: MouseEvent) => void }

/** The board: the same magnets in a table of counties and sectors. */
export const BoardView = memo(function BoardView({ base, marks, pulses, onOpen }: BoardViewProps) {
  const { t, i18n } = useTranslation();
  const labelOf = useMagnetLabel();
  const cells = useMemo(() => {
    const out = new Map<string, ProgressMark[]>();
    for (const mark of [...marks].sort((a, b) => a.number - b.number)) {
      const key = `${mark.adcode} ${mark.sector}`;
      out.set(key, [...(out.get(key) ?? []), mark]);
    }
    return out;
  }, [marks]);
  const regions = useMemo(() => [...base.regions].sort((a, b) => a.sort - b.sort), [base]);
  const counts = (adcode: string) => {
    const own = marks.filter((m) => m.adcode === adcode);
    return [own.filter((m) => m.stage === 'PREPARATION').length, own.filter((m) => m.stage === 'CONSTRUCTION').length, own.filter((m) => m.stage === 'COMPLETED').length];
  };
  return (
    <table className="board">
      <thead>
        <tr><th>{t('map.region')}</th>{SECTORS.map((sector) => <th key={sector}>{t(`map.sector.${sector}`)}</th>)}<th>{t('map.total')}</th></tr>
      </thead>
      <tbody>
        {regions.map((region) => (
          <tr key={region.adcode}>
            <th scope="row">{regionLabel(region, i18n.language)}</th>
            {SECTORS.map((sector) => (
              <td key={sector}>
                <div>
                  {(cells.get(`${region.adcode} ${sector}`) ?? []).map((mark) => (
                    <svg key={mark.projectId} className="ymap" viewBox="-20 -23 46 42">
                      <Magnet mark={mark} x={0} y={0} label={labelOf(mark)} pulse={pulses?.get(mark.projectId)} href={`/projects/${mark.number}`} onOpen={onOpen} tabIndex={0} />
                    </svg>
                  ))}
                </div>
              </td>
            ))}
            <td className="n">{counts(region.adcode).map((n, i) => <b key={i} className={n ? ['t-prep', 't-work', 't-done'][i] : 'zero'} style={{ marginLeft: 8 }}>{n}</b>)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
});
