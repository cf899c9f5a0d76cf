import type { WaterOverviewQuery } from '../../graphql.generated';

/** What the page of a month or year is drawn from. */
export type Overview = WaterOverviewQuery;
