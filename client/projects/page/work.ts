import type { ProjectPageQuery } from '../../graphql.generated';

export type PageWork = NonNullable<ProjectPageQuery['project']>;
