import type { Page } from 'playwright-core';

/** Text that does not stand wholly inside the window and inside every box that clips it; what ends in an ellipsis by design is let be. */
export const textOutside = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const out: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim();
      const parent = node.parentElement!;
      if (!text || ['TITLE', 'STYLE', 'SCRIPT'].includes(parent.tagName.toUpperCase()) || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      if (rect.width === 0 || rect.height === 0) continue;
      const bounds = [{ what: 'the window', left: 0, top: 0, right: innerWidth, bottom: innerHeight }];
      let cut = false;
      for (let box: Element | null = parent; box && box !== document.documentElement; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') cut = true;
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const { left, top, right, bottom } = box.getBoundingClientRect();
        bounds.push({ what: box.className?.toString() || box.tagName, left, top, right, bottom });
      }
      if (cut) continue;
      // A glyph's line is higher than its ink.
      const slack = 1 + rect.height * 0.12;
      const over = bounds.find((b) => rect.left < b.left - 1 || rect.right > b.right + 1 || rect.top < b.top - slack || rect.bottom > b.bottom + slack);
      if (over) out.push(`“${text}” leaves ${over.what}`);
    }
    return out;
  });

/** Whether the window or anything in it scrolls. */
export const scrolling = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((box) => {
        const { overflowX, overflowY } = getComputedStyle(box);
        const root = box === document.documentElement;
        const scrolls = (overflow: string) => root ? overflow !== 'hidden' : overflow === 'auto' || overflow === 'scroll';
        return (scrolls(overflowX) && box.scrollWidth > box.clientWidth + 1) || (scrolls(overflowY) && box.scrollHeight > box.clientHeight + 1);
      })
      .map((box) => `${box.tagName} ${box.className}`));

/** Pairs of magnets that overlap, and county names and counts that lie under a magnet or outside the map. */
export const crowding = (page: Page): Promise<{ overlapping: string[]; covered: string[]; names: number }> =>
  page.evaluate(() => {
    const circles = [...document.querySelectorAll<SVGElement>('.wall-map [data-magnet]')].map((node) => {
      const box = (node.querySelector('.ymap-disc') ?? node.querySelector('.ymap-sector') ?? node).getBoundingClientRect();
      return { number: node.dataset.magnet!, x: box.x + box.width / 2, y: box.y + box.height / 2, r: Math.min(box.width, box.height) / 2, shape: node.querySelector('.ymap-disc') ? 'disc' : 'other' };
    });
    const overlapping: string[] = [];
    circles.forEach((a, i) => {
      for (const b of circles.slice(i + 1)) if (Math.hypot(a.x - b.x, a.y - b.y) < (a.r + b.r) * 0.97) overlapping.push(`${a.number} and ${b.number}`);
    });
    const covered: string[] = [];
    const words = [...document.querySelectorAll('.wall-map .ymap-county, .wall-map .ymap-count')];
    for (const word of words) {
      const box = word.getBoundingClientRect();
      // The ink of a line: without the room above and below.
      const ink = { left: box.left + 1, right: box.right - 1, top: box.top + box.height * 0.22, bottom: box.bottom - box.height * 0.2 };
      for (const { number, x, y, r } of circles) {
        const d = Math.hypot(x - Math.max(ink.left, Math.min(ink.right, x)), y - Math.max(ink.top, Math.min(ink.bottom, y)));
        if (d < r - 1) covered.push(`“${word.textContent}” by ${number}`);
      }
    }
    return { overlapping, covered, names: words.filter((word) => word.matches('.ymap-county')).length };
  });

/** Buttons, links and fields that a thumb would miss: lower than 44 px, or narrower. Links inside running text are as wide as their words. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, [role=button], [role=menuitem], [role=radio]')]
      .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !target.closest('.skip, [aria-hidden=true]'))
      // What a label or a compound field carries is as large as that.
      .map((target) => ({ target, box: (target.closest<HTMLElement>('label, .ant-select, .ant-picker, .ant-input-affix-wrapper') ?? target).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
      .map(({ target, box }) => `${target.tagName} “${(target.getAttribute('aria-label') ?? target.textContent ?? '').trim()}” ${Math.round(box.width)}×${Math.round(box.height)}`));

/** Words smaller than 14 px, once each, by their size. What is drawn in a picture is measured with the picture. */
export const smallText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const out = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (!node.textContent!.trim() || ['TITLE', 'STYLE', 'SCRIPT'].includes(parent.tagName.toUpperCase()) || parent.closest('svg, .skip') || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      if (size < 14) out.add(`“${node.textContent!.trim()}” ${size}`);
    }
    return [...out];
  });
