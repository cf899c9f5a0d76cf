export function ProgressPage() { return null; }
export function DistributionPage() { return null; }
export function WaterPage() { return null; }
