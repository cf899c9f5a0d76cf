import { type RefObject, useEffect, useRef, useState } from 'react';
import { usePrinting } from '../../layout/usePrinting';

/** The width of a page of A4 between usual margins, in pixels of CSS. */
export const PAPER = 700;

/**
 * The width of an element in pixels, so that drawings keep their type size at every width. 0 until it is known.
 * @param paper the width that drawings are made for while the page is printed: the browser measures no paper, so they are
 * drawn for this and stretched to what there is, by a viewBox and 100 % width; the screen's width when left out
 */
export function useWidth<T extends HTMLElement>(paper?: number): [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(0);
  const printing = usePrinting();
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, printing && paper !== undefined ? paper : width];
}
