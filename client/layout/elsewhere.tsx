import { type ComponentType, lazy } from 'react';
import { NotFound } from './NotFound';

const modules = import.meta.glob<Record<string, unknown>>(['../maps/pages.ts', '../maps/pages.tsx', '../maps/pages/index.ts', '../maps/InsetMap.tsx', '../maps/index.ts', '../wall/index.ts', '../wall/index.tsx']);

/** A page that another folder brings, loaded when it is opened. */
export function elsewhere<TProps extends object>(places: readonly string[], name: string) {
  return lazy(async () => {
    for (const place of places) {
      const found = (await modules[place]?.())?.[name];
      if (found) return { default: found as ComponentType<TProps> };
    }
    return { default: NotFound as ComponentType<TProps> };
  });
}
