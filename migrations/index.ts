import { Core1700000000100 } from './1700000000100-core';
import { Access1700000000200 } from './1700000000200-access';
import { Portfolio1700000000300 } from './1700000000300-portfolio';
import { Water1700000000400 } from './1700000000400-water';
import { Tasks1700000000500 } from './1700000000500-tasks';
import { AnnualPlans1700000000600 } from './1700000000600-annual-plans';
import { WaterSamples1700000000700 } from './1700000000700-water-samples';
import { Flows1700000000800 } from './1700000000800-flows';
import { IndicatorFigures1700000000900 } from './1700000000900-indicator-figures';
import { Compensation1700000001000 } from './1700000001000-compensation';

/** Every migration, oldest first; the same for both engines. */
export const migrations = [
  Core1700000000100, Access1700000000200, Portfolio1700000000300, Water1700000000400, Tasks1700000000500, AnnualPlans1700000000600,
  WaterSamples1700000000700, Flows1700000000800, IndicatorFigures1700000000900, Compensation1700000001000,
];
