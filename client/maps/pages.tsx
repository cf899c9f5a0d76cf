export { DistributionPage } from './DistributionPage';
export { ProgressPage } from './ProgressPage';
export { WaterPage } from './WaterPage';
