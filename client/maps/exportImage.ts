/** Properties that make an SVG look the same without its style sheet. */
const KEPT = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'display',
  'font-family', 'font-size', 'font-weight', 'font-style', 'font-variant-numeric', 'letter-spacing', 'text-anchor', 'paint-order', 'stop-color', 'stop-opacity',
];

/** A copy of a map that stands alone: styles written into the elements, paper behind, nothing that only a page can do. */
export function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const to = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  from.forEach((element, i) => {
    const target = to[i]!;
    const style = getComputedStyle(element);
    target.removeAttribute('style');
    target.removeAttribute('tabindex');
    target.setAttribute('style', KEPT.map((name) => [name, style.getPropertyValue(name)]).filter(([, value]) => value && value !== 'normal').map(([name, value]) => `${name}:${value!.replace(/"/g, "'")}`).join(';'));
  });
  for (const ring of copy.querySelectorAll('.ymap-ring, .ymap-focus')) ring.remove();
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href');
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', String(width));
  paper.setAttribute('height', String(height));
  paper.setAttribute('fill', getComputedStyle(svg).getPropertyValue('--paper').trim() || '#F6F2E9');
  copy.insertBefore(paper, copy.firstChild);
  return copy;
}

const source = (svg: SVGSVGElement) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(standalone(svg))}`;

/** Saves a map as an SVG file. */
export function saveSvg(svg: SVGSVGElement, name: string): void {
  download(new Blob([source(svg)], { type: 'image/svg+xml;charset=utf-8' }), `${name}.svg`);
}

/** Saves a map as a PNG file at twice its size. */
export async function savePng(svg: SVGSVGElement, name: string, scale = 2): Promise<void> {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image();
  // A data address, not an object URL: some browsers taint a canvas that drew an object URL of an SVG.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source(svg))}`;
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
