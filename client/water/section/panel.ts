import type { SectionPanelQuery } from '../../graphql.generated';

/** What the panel beside the map reads of its section. */
export type Panel = NonNullable<SectionPanelQuery['section']>;
