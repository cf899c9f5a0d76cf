import { canView, type WorkScope } from '../access/policy';
import { signedIn, type RequestContext } from '../access/context';
import { RegionKind } from '../portfolio/reference.entity';
import type { Facts } from './facts';
import type { Loaders } from './loaders';
import type { Sheet } from './sheet';

/** A request's context with the facts it reads and its loaders. */
export interface CatalogueContext extends RequestContext {
  /** The facts as of this request's first reading, or of its last write. */
  facts(): Promise<Facts>;
  readonly loaders: Loaders;
}

/** A work's place in the policy. */
export const scopeOfSheet = ({ project, leadRegion, regions }: Sheet): WorkScope => ({
  leadRegionId: project.leadRegionId,
  regionIds: regions.map(({ id }) => id),
  sector: project.sectorCode,
  cityLed: leadRegion.kind === RegionKind.MUNICIPALITY,
});

/** Whether the viewer may open the work. @throws Refusal UNAUTHENTICATED */
export const mayOpen = (context: CatalogueContext, sheet: Sheet): boolean => canView(signedIn(context), scopeOfSheet(sheet));
