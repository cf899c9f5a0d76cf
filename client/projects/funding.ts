import type { FundingSource } from '../graphql.generated';

/** All sources, from the centre downwards. */
export const FUNDING_SOURCES: readonly FundingSource[] = [
  'CENTRAL_GRANT', 'TREASURY_BOND', 'PROVINCIAL_GRANT', 'YELLOW_RIVER_AWARD', 'SPECIAL_BOND', 'GENERAL_BOND', 'MUNICIPAL_BUDGET', 'COUNTY_BUDGET', 'BANK_LOAN', 'SOCIAL_CAPITAL', 'OTHER',
];

/** One quiet colour a source; none of them is a stage's. The table beside the bar says the same in words. */
export const SOURCE_COLOURS: Record<FundingSource, string> = {
  CENTRAL_GRANT: '#27496D', TREASURY_BOND: '#3F6A94', PROVINCIAL_GRANT: '#5A87AE', YELLOW_RIVER_AWARD: '#8FB0C9', SPECIAL_BOND: '#6B5B7E', GENERAL_BOND: '#9A8CAB',
  MUNICIPAL_BUDGET: '#8A6A33', COUNTY_BUDGET: '#B08B4A', BANK_LOAN: '#DBC9A0', SOCIAL_CAPITAL: '#A3A08F', OTHER: '#77736A',
};
