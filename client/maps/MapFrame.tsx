import { App, Button, Space, Tooltip } from 'antd';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { savePng, saveSvg } from './exportImage';
import { ZOOM_EVENT } from './ZoomLayer';
import './pages.css';

interface MapFrameProps {
  title: string;
  /** The day or the period that is shown, for people: it goes with the map when it is saved. */
  day: string;
  /** Name of saved files, without ending. */
  fileName: string;
  svgRef: RefObject<SVGSVGElement | null>;
  /** Where the same map hangs on the wall. */
  wall: string;
  subtitle?: ReactNode;
  /** Filters and switches at the left of the tools. */
  tools?: ReactNode;
  /** Whether a map is shown that can be enlarged and saved. */
  drawn?: boolean;
  side?: ReactNode;
  /** The side is a long list, in two columns where it is printed. */
  roll?: boolean;
  below?: ReactNode;
  credit: string;
  sampleNote?: string | null;
  children: ReactNode;
}

/** A map on a desk page: title, tools, the map, what stands beside and below it. Prints on one A3 page. */
export function MapFrame({ title, day, fileName, svgRef, wall, subtitle, tools, drawn = true, side, roll = false, below, credit, sampleNote, children }: MapFrameProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const zoom = (factor: number) => svgRef.current?.dispatchEvent(new CustomEvent(ZOOM_EVENT, { detail: factor }));
  const notes = [`${t('map.noteOne')}　${credit}`, ...(sampleNote ? [`${t('map.sample')}：${sampleNote}`] : [])];
  const caption = { title, day, notes };
  const png = async () => {
    if (!svgRef.current) return;
    setBusy(true);
    try {
      await savePng(svgRef.current, caption, fileName);
    } catch (error) {
      message.error(String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={below ? 'map-page replaying' : 'map-page'}>
      <header className="map-page-head">
        <div><h1>{title}</h1>{subtitle ? <p>{subtitle}</p> : null}</div>
        <Space wrap className="map-page-tools" role="toolbar" aria-label={t('map.tools')}>
          {tools}
          {drawn ? (
            <>
              <Space.Compact>
                <Tooltip title={t('map.zoomIn')}><Button aria-label={t('map.zoomIn')} onClick={() => zoom(1.4)}>+</Button></Tooltip>
                <Tooltip title={t('map.zoomOut')}><Button aria-label={t('map.zoomOut')} onClick={() => zoom(1 / 1.4)}>−</Button></Tooltip>
                <Button onClick={() => zoom(0)}>{t('map.reset')}</Button>
              </Space.Compact>
              <Space.Compact>
                <Button onClick={() => window.print()}>{t('map.print')}</Button>
                <Button onClick={() => svgRef.current && saveSvg(svgRef.current, caption, fileName)}>{t('map.saveSvg')}</Button>
                <Button loading={busy} onClick={() => void png()}>{t('map.savePng')}</Button>
              </Space.Compact>
            </>
          ) : <Button onClick={() => window.print()}>{t('map.print')}</Button>}
          <Button href={wall} target="_blank">{t('map.fullScreen')}</Button>
        </Space>
      </header>
      <div className={side ? 'map-page-body with-side' : 'map-page-body'}>
        <div className={drawn ? 'map-page-map' : 'map-page-board'}>{children}</div>
        {side ? <aside className={roll ? 'map-page-side roll' : 'map-page-side'}>{side}</aside> : null}
      </div>
      {below}
      <footer className="map-page-foot">{notes.map((note) => <span key={note}>{note}</span>)}</footer>
    </div>
  );
}
