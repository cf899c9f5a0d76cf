import type { KeyboardEvent } from 'react';

const WAYS: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Moves the focus among the magnets of a map with the arrow keys: to the nearest one that way. Home and End lead to the first and last.
 */
export function roveMagnets(event: KeyboardEvent<SVGSVGElement>): void {
  const all = [...event.currentTarget.querySelectorAll<SVGElement>('[data-magnet]')];
  const here = all.find((e) => e === document.activeElement);
  if (!here) return;
  const inOrder = () => [...all].sort((a, b) => Number(a.dataset.magnet) - Number(b.dataset.magnet));
  let next: SVGElement | undefined;
  if (event.key === 'Home') next = inOrder()[0];
  else if (event.key === 'End') next = inOrder().at(-1);
  else {
    const way = WAYS[event.key];
    if (!way) return;
    next = nearestThatWay(here, all, way);
  }
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  here.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}

function nearestThatWay(here: SVGElement, all: readonly SVGElement[], [dx, dy]: readonly [number, number]): SVGElement | undefined {
  const at = middle(here);
  let best: SVGElement | undefined;
  let least = Infinity;
  for (const other of all) {
    if (other === here) continue;
    const p = middle(other);
    const along = (p.x - at.x) * dx + (p.y - at.y) * dy;
    const across = Math.abs((p.x - at.x) * dy) + Math.abs((p.y - at.y) * dx);
    if (along <= 1 || across > along * 2.2) continue;
    const cost = along + across * 2;
    if (cost < least) { least = cost; best = other; }
  }
  return best;
}

function middle(element: SVGElement): { x: number; y: number } {
  const face = element.querySelector('.ymap-disc, .ymap-diamond') ?? element;
  const box = face.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
