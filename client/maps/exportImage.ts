import { type Caption, layCaption } from './caption';

/** Properties that make an SVG look the same without its style sheet. */
const KEPT = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'display',
  'font-family', 'font-size', 'font-weight', 'font-style', 'font-variant-numeric', 'letter-spacing', 'text-anchor', 'paint-order', 'stop-color', 'stop-opacity',
];

const SVG = 'http://www.w3.org/2000/svg';

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}

/** A copy of a map that stands alone: styles written into the elements, nothing that only a page can do. */
function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const to = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  from.forEach((one, i) => {
    const target = to[i]!;
    const style = getComputedStyle(one);
    target.removeAttribute('style');
    target.removeAttribute('tabindex');
    target.setAttribute('style', KEPT.map((name) => [name, style.getPropertyValue(name)]).filter(([, value]) => value && value !== 'normal').map(([name, value]) => `${name}:${value!.replace(/"/g, "'")}`).join(';'));
  });
  for (const ring of copy.querySelectorAll('.ymap-ring, .ymap-focus')) ring.remove();
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href');
  return copy;
}

/** The sheet that is saved: paper, title and day above the map, its notes below, in the colours and types of the map. */
function sheetOf(svg: SVGSVGElement, caption: Caption): SVGSVGElement {
  const { width, height } = svg.viewBox.baseVal;
  const theme = getComputedStyle(svg);
  const token = (name: string, otherwise: string) => theme.getPropertyValue(`--${name}`).trim().replace(/"/g, "'") || otherwise;
  const { head, foot, texts, rules } = layCaption(caption, width, height);
  const whole = head + height + foot;
  const sheet = element('svg', { width, height: whole, viewBox: `0 0 ${width} ${whole}` }) as SVGSVGElement;
  const map = standalone(svg);
  for (const [name, value] of Object.entries({ x: 0, y: head, width, height, overflow: 'hidden' })) map.setAttribute(name, String(value));
  sheet.append(
    element('rect', { width, height: whole, fill: token('paper', '#F6F2E9') }),
    map,
    ...rules.map((y) => element('path', { d: `M24 ${y}H${width - 24}`, stroke: token('ink', '#23262A'), 'stroke-width': 1.5 })),
    ...texts.map(({ text, x, y, size, anchor, tone, title }) => {
      const line = element('text', { x, y, fill: token(tone, '#23262A'), 'text-anchor': anchor, style: `font:${title ? 700 : 400} ${size}px ${token(title ? 'song' : 'hei', 'sans-serif')};font-variant-numeric:tabular-nums` });
      line.textContent = text;
      return line;
    }),
  );
  return sheet;
}

const source = (sheet: SVGSVGElement) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(sheet)}`;

/** Saves a map as an SVG file. */
export function saveSvg(svg: SVGSVGElement, caption: Caption, name: string): void {
  download(new Blob([source(sheetOf(svg, caption))], { type: 'image/svg+xml;charset=utf-8' }), `${name}.svg`);
}

/** Saves a map as a PNG file at twice its size. */
export async function savePng(svg: SVGSVGElement, caption: Caption, name: string, scale = 2): Promise<void> {
  const sheet = sheetOf(svg, caption);
  const [width, height] = [sheet.width.baseVal.value, sheet.height.baseVal.value];
  const image = new Image();
  // A data address, not an object URL: some browsers taint a canvas that drew an object URL of an SVG.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source(sheet))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(scale, scale);
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  if (!blob) throw new Error('no picture');
  download(blob, `${name}.png`);
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
