import type { RequestHandler } from 'express';
import type { FactBase } from '../catalogue/fact-base';
import type { Database } from '../database/database';
import { readAsset } from '../portfolio/geography';
import type { Sessions } from '../access/sessions';
import { identifyRequest } from './request-identity';
import { sendRefusal } from './errors';
import { refuse } from '../api/refusal';

interface MapSetting {
  mapNumber: string | null;
  credit: string;
  riverAliases: Record<string, string>;
}

/** GET /map/base.json: what every map is drawn on, from the pack: boundaries, rivers, regions, the approved map number. For everyone signed in. */
export const mapBase = (database: Database, factBase: FactBase, sessions: Sessions): RequestHandler => async (req, res) => {
  if (!(await identifyRequest(sessions, req))) return sendRefusal(req, res, 401, refuse('UNAUTHENTICATED'));
  const { reference } = await factBase.latest();
  const setting = reference.setting<MapSetting>('map');
  const [boundaries, rivers] = [await readAsset(database.read, 'boundaries'), await readAsset(database.read, 'rivers')];
  const regions = reference.regions.map(({ adcode, name, shortName, nameEn, kind, sort, ranked }) => ({ adcode, name, shortName, nameEn, kind, sort, ranked }));
  // Express adds an ETag, so an unchanged base is not sent again.
  res.set('cache-control', 'private, no-cache').json({
    boundaries: boundaries && (JSON.parse(boundaries) as unknown),
    rivers: rivers && (JSON.parse(rivers) as unknown),
    regions,
    riverAliases: setting?.riverAliases ?? {},
    mapNumber: setting?.mapNumber ?? null,
    credit: setting?.credit ?? '',
  });
};
