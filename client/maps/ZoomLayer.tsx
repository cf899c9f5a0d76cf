import { select } from 'd3-selection';
import { zoom as d3zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface ZoomLayerProps { enabled?: boolean; width: number; height: number; children: ReactNode }

/** Events by which buttons beside the map steer its zoom: detail is a factor, or 0 to reset. */
export const ZOOM_EVENT = 'ymap-zoom';

/** Lets its content be moved and enlarged with mouse, fingers and the keys + − 0. Plain group when not enabled. */
export function ZoomLayer({ enabled = false, width, height, children }: ZoomLayerProps) {
  const ref = useRef<SVGGElement>(null);
  const [transform, setTransform] = useState<string>();
  useEffect(() => {
    const svg = ref.current?.ownerSVGElement;
    if (!enabled || !svg) return undefined;
    const behaviour: ZoomBehavior<SVGSVGElement, unknown> = d3zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, 8])
      .extent([[0, 0], [width, height]])
      .translateExtent([[0, 0], [width, height]])
      .on('zoom', ({ transform: z }: { transform: { k: number; toString(): string } }) => setTransform(z.k === 1 ? undefined : z.toString()));
    const selection = select(svg);
    selection.call(behaviour).on('dblclick.zoom', null);
    const by = (factor: number) => (factor === 0 ? behaviour.transform(selection, zoomIdentity) : behaviour.scaleBy(selection, factor));
    const onKey = (event: KeyboardEvent) => {
      const factor = { '+': 1.4, '=': 1.4, '-': 1 / 1.4, '0': 0 }[event.key];
      if (factor === undefined || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      by(factor);
    };
    const onAsk = (event: Event) => by((event as CustomEvent<number>).detail);
    svg.addEventListener('keydown', onKey);
    svg.addEventListener(ZOOM_EVENT, onAsk);
    return () => {
      selection.on('.zoom', null);
      svg.removeEventListener('keydown', onKey);
      svg.removeEventListener(ZOOM_EVENT, onAsk);
    };
  }, [enabled, width, height]);
  return <g ref={ref} transform={transform}>{children}</g>;
}
