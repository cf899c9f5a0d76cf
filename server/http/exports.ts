/**
 * What goes out of the house as files. Who asks says so by the sign-in cookie or by a Bearer token, and gets what the API
 * would show: 401 for nobody, 403 for a role without exports, 404 for a ledger that there is not, 400 for a parameter
 * that is unknown or wrong, with `field` naming it, all in the form that every error has. GET and HEAD.
 *
 * `/export/ledger/<id>.xlsx`, `/export/ledger/<id>.csv` — a ledger as the question `ledger` of the API gives it, all its
 * rows. Parameters, all optional, mean what the arguments of that name mean:
 *
 * - `asOf=2024-06-30`, `year=2024`, `orderBy=<key of a column>`, `direction=ASC|DESC`, `groupBy=REGION|SECTOR`;
 * - the filter, by the names of `ProjectFilter`: `search`, `regions`, `sectors`, `stages`, `lists`, `categories`,
 *   `health`, `suspended`, `unverified`, `sample`, `plannedStartFrom`, `plannedStartTo`, `plannedFinishFrom`,
 *   `plannedFinishTo`. Those that are lists take several values, by commas or by being repeated
 *   (`regions=990001,990002` or `regions=990001&regions=990002`); truths are `true` or `false`;
 * - `columns=number,name,investment`: keys of the columns to keep, in that order; all when left out;
 * - `lang=zh|en`: of the titles; what is in the records stays as it is. @default zh
 *
 * `/export/projects.geojson` — the works as points, with `asOf` and the filter. `/export/sections.geojson` — the
 * monitoring sections, with `asOf`, `search` and `regions`.
 *
 * `/export/oc4ids.json` — the works as a package of the Open Contracting for Infrastructure Data Standard, with `asOf`
 * and the filter.
 */
export const EXPORT_ROOT = '/export';
