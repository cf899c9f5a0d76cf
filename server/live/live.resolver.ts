import { Arg, Ctx, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { readStreamCursor } from '../api/cursor';
import { pageOf } from '../api/node';
import type { Day } from '../api/day';
import { refuse } from '../api/refusal';
import { CursorScalar, DateScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { may } from '../access/policy';
import type { CatalogueContext } from '../catalogue/context';
import { checkFirst } from '../catalogue/projects.resolver';
import { changesAfter, latestSeq, type ChangeHead } from '../database/change-log';
import { audible, toChange } from './change-feed';
import { Change, ChangeConnection } from './change.types';
import type { LiveHub } from './hub';
import { snapshotOf } from './map-feed';
import { DistributionMap, DistributionMapUpdate, ProgressMap, ProgressMapUpdate, WaterMap, WaterMapUpdate } from './maps.types';
import { distributionProjection, progressProjection, waterProjection } from './projections';

/** A request's context with the live maps. */
export interface LiveContext extends CatalogueContext {
  hub: LiveHub;
}

/** Streams are opened by the fan-out, which shares one execution among all who watch the same; see graphql/fan-out.ts. */
const byFanOut = () => {
  throw new Error('subscriptions are served over WebSocket');
};

const afterArg = { nullable: true, description: 'The last cursor seen: what was missed since comes as patches. A cursor that is too old, or from another database, gets a fresh map.' };
const asOfArg = { nullable: true, description: 'The day; today when left out.' };

/** The three maps; for everyone signed in. */
@Resolver()
export class MapsResolver {
  @Query(() => ProgressMap, { nullable: true, description: 'Where every work stands on a day.' })
  async progressMap(@Ctx() context: LiveContext, @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null) {
    signedIn(context);
    return snapshotOf(progressProjection, await context.facts(), asOf ?? context.clock.today());
  }

  @Query(() => DistributionMap, { nullable: true, description: 'Where the works of a day are.' })
  async distributionMap(@Ctx() context: LiveContext, @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null) {
    signedIn(context);
    return snapshotOf(distributionProjection, await context.facts(), asOf ?? context.clock.today());
  }

  @Query(() => WaterMap, { nullable: true, description: 'The water quality of the sections in a period.' })
  async waterMap(@Ctx() context: LiveContext, @Arg('period', () => String, { nullable: true, description: 'A month "2024-06" or a year "2024"; the latest month when left out.' }) period: string | null) {
    signedIn(context);
    if (typeof period === 'string' && !/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(period)) throw refuse('BAD_VALUE', { field: 'period', value: period.slice(0, 60), expected: '2024 / 2024-06' });
    return snapshotOf(waterProjection(period ?? undefined), await context.facts(), context.clock.today());
  }

  @Subscription(() => ProgressMapUpdate, { name: 'progressMap', subscribe: byFanOut, description: 'The progress map, live: a map first, then patches in the order of commits.' })
  progressMap_(@Root() update: { progressMap: ProgressMap }, @Arg('after', () => CursorScalar, afterArg) _after: string | null) {
    return update.progressMap;
  }

  @Subscription(() => DistributionMapUpdate, { name: 'distributionMap', subscribe: byFanOut, description: 'The distribution map, live.' })
  distributionMap_(@Root() update: { distributionMap: DistributionMap }, @Arg('after', () => CursorScalar, afterArg) _after: string | null) {
    return update.distributionMap;
  }

  @Subscription(() => WaterMapUpdate, { name: 'waterMap', subscribe: byFanOut, description: 'The water map, live.' })
  waterMap_(@Root() update: { waterMap: WaterMap }, @Arg('after', () => CursorScalar, afterArg) _after: string | null) {
    return update.waterMap;
  }
}

const SCAN = 1000;

/** The change record. */
@Resolver()
export class ChangesResolver {
  @Query(() => ChangeConnection, { nullable: true, description: 'Changes that the viewer may hear of, from the first on. They are never deleted.' })
  async changes(
    @Ctx() context: LiveContext,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'The cursor that the page follows.' }) after: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100, description: 'How many, 1–500.' }) first: number | null,
  ): Promise<ChangeConnection> {
    const identity = signedIn(context);
    if (!may(identity, 'VIEW_CHANGES')) throw refuse('FORBIDDEN');
    const size = first ?? 100;
    checkFirst(size);
    const { read, epoch } = context.database;
    const start = after ? readStreamCursor(after, 'after') : { epoch, seq: 0 };
    if (start.epoch !== epoch || start.seq > (await latestSeq(read))) throw refuse('CURSOR_STALE', { field: 'after' });
    const found: ChangeHead[] = [];
    for (let seq = start.seq; found.length <= size; ) {
      const batch = await changesAfter(read, seq, SCAN);
      found.push(...batch.filter((change) => audible(identity, change)));
      if (batch.length < SCAN) break;
      seq = batch.at(-1)!.seq;
    }
    const edges = found.slice(0, size).map((change) => toChange(epoch, change)).map((node) => ({ cursor: node.cursor, node }));
    return pageOf(edges, start.seq > 0, found.length > size);
  }

  @Subscription(() => Change, { name: 'changes', subscribe: byFanOut, description: 'Changes that the viewer may hear of, as they are committed: after a cursor, or from the next one on. A cursor of another database ends the stream with CURSOR_STALE.' })
  changes_(@Root() update: { changes: Change }, @Arg('after', () => CursorScalar, { nullable: true, description: 'The last cursor seen.' }) _after: string | null) {
    return update.changes;
  }
}
