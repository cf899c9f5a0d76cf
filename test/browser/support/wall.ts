import type { Locator, Page } from 'playwright-core';

/** A work's magnet, by the number that stands on it. */
export const magnet = (page: Page, number: number): Locator => page.locator('svg.ymap').getByLabel(new RegExp(`^${number}号 `));

/** Waits until a map hangs on the wall and is live. */
export async function wallIsLive(page: Page): Promise<void> {
  await page.locator('svg.ymap [data-magnet]').first().waitFor();
  await page.getByText('实时', { exact: true }).waitFor();
}

/** The ten-second strip: label → figure. */
export const stripOf = (page: Page): Promise<Record<string, string>> =>
  page.locator('dl.wall-strip > div').evaluateAll((cells) => Object.fromEntries(cells.map((cell) => [cell.querySelector('dt')!.textContent, cell.querySelector('dd b')!.textContent])));

/** Figures of the middle column: total, stages. */
export const totalsOf = (page: Page): Promise<Record<string, number>> =>
  page.locator('[data-figure]').evaluateAll((figures) => Object.fromEntries(figures.map((figure) => [(figure as HTMLElement).dataset.figure, Number(figure.textContent)])));

/** What the page keeps while it is watched. */
interface Watched {
  nodes: Map<string, { node: Element; place: string | null }>;
  repainted: { number: string; stage: string; label: string; at: number }[];
}
declare global {
  interface Window { watched: Watched }
}

/** From now on the page itself notes when a magnet is repainted, and which node stands for which work. */
export const watchMagnets = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const all = () => [...document.querySelectorAll<SVGElement>('svg.ymap [data-magnet]')];
    const watched: Watched = { nodes: new Map(all().map((node) => [node.dataset.magnet!, { node, place: node.getAttribute('transform') }])), repainted: [] };
    const note = (node: SVGElement) => watched.repainted.push({ number: node.dataset.magnet!, stage: node.dataset.stage!, label: node.getAttribute('aria-label')!, at: Date.now() });
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'attributes') note(target as SVGElement);
        else for (const node of addedNodes) if (node instanceof SVGElement && node.dataset.magnet) note(node);
      }
    }).observe(document.querySelector('.wall-map')!, { subtree: true, childList: true, attributeFilter: ['aria-label'] });
    window.watched = watched;
  });

/** What was repainted since the last call. */
export const repainted = (page: Page): Promise<Watched['repainted']> => page.evaluate(() => window.watched.repainted.splice(0));

/** Works whose node was replaced, and works that moved, since `watchMagnets`. */
export const disturbed = (page: Page): Promise<{ replaced: string[]; moved: string[] }> =>
  page.evaluate(() => {
    const replaced: string[] = [];
    const moved: string[] = [];
    for (const [number, { node, place }] of window.watched.nodes) {
      const now = document.querySelector(`svg.ymap [data-magnet="${number}"]`);
      if (now !== node) replaced.push(number);
      else if (now.getAttribute('transform') !== place) moved.push(number);
    }
    return { replaced, moved };
  });

/** The colour on a magnet's face once the change has faded in, and whether the ring of an unconfirmed completion is on it. */
export const faceOf = async (page: Page, number: number): Promise<{ colour: string; ring: boolean }> => {
  const face = magnet(page, number);
  await page.waitForTimeout(400);
  return face.evaluate((node) => ({ colour: getComputedStyle(node.querySelector('.ymap-disc')!).fill, ring: node.querySelector('.ymap-wait') !== null }));
};

/** The stages by day. */
export const RED = 'rgb(200, 50, 43)';
export const GREEN = 'rgb(22, 143, 107)';
export const BLUE = 'rgb(34, 88, 165)';
