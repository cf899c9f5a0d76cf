import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import './maps.css';
import type { Rect } from './geometry';

interface SheetProps {
  width: number;
  height: number;
  title: string;
  svgRef?: RefObject<SVGSVGElement | null>;
  children: ReactNode;
  onKeyDown?: (event: KeyboardEvent<SVGSVGElement>) => void;
}

/** The sheet of paper that a map is drawn on. */
export function Sheet({ width, height, title, svgRef, children, onKeyDown }: SheetProps) {
  return (
    <svg ref={svgRef} className="ymap" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title} preserveAspectRatio="xMidYMid meet" onKeyDown={onKeyDown}>
      {children}
    </svg>
  );
}

interface NoteProps { box: Rect; mapNumber: string | null; extra?: string }

/** 示意图，不作划界依据, with room for an approved map number below. */
export function MapNote({ box, mapNumber, extra }: NoteProps) {
  const { t } = useTranslation();
  const lines = [...(box.h < 60 && box.w > 180 && (box.h < 40 || mapNumber !== null) ? [t('map.noteOne')] : t('map.note').split('\n')), ...(extra ? [extra] : []), mapNumber ? t('map.number', { number: mapNumber }) : ''];
  return (
    <g>
      {lines.map((line, i) => <text key={i} className="ymap-note" x={box.x + 4} y={box.y + 22 + i * 25}>{line}</text>)}
    </g>
  );
}
