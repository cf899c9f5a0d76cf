import type { Run } from './global-setup';

/** Stops what the run started, also after failed tests. */
export default function tearDown(): void {
  (globalThis as { yihongRun?: Run }).yihongRun?.release();
}
