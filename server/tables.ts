import { migrations } from '../migrations';
import { accessEntities } from './access/access';
import { ChangeCounter, ChangeRecord, IdempotencyKey, NumberSequence } from './database/change.entity';
import type { Tables } from './database/data-source';
import { Task, TaskDocumentRow, TaskEvent, TaskLead } from './dispatch/task.entity';
import { Indicator, IndicatorFigure, IndicatorSpan } from './figures/indicator.entity';
import { AnnualPlan, FundingEntry, FundingPlan } from './funding/funding.entity';
import { Procedure, ProgressEntry, StageEvent, Suspension } from './portfolio/facts.entity';
import { Project, ProjectListItem, ProjectRegion } from './portfolio/project.entity';
import { Category, Department, PackAsset, Region, Sector, Setting, WorkList } from './portfolio/reference.entity';
import { CompensationSchemeRow } from './water/compensation.entity';
import { FlowRecord, FlowTarget, ReplenishmentEntry } from './water/flow.entity';
import { SampleBatch, SampleReplacement, WaterMean, WaterSample } from './water/sample.entity';
import { MonitoringSection, SectionResult } from './water/section.entity';

/** Every table of the program, and how it came to be. */
export const tables: Tables = {
  entities: [
    ChangeCounter, ChangeRecord, IdempotencyKey, NumberSequence,
    ...accessEntities,
    Region, Department, Sector, Category, WorkList, Setting, PackAsset,
    Project, ProjectRegion, ProjectListItem, StageEvent, Suspension, ProgressEntry, Procedure,
    FundingPlan, FundingEntry, AnnualPlan,
    MonitoringSection, SectionResult, SampleBatch, WaterSample, WaterMean, SampleReplacement,
    FlowTarget, FlowRecord, ReplenishmentEntry,
    CompensationSchemeRow,
    Indicator, IndicatorSpan, IndicatorFigure,
    TaskDocumentRow, Task, TaskLead, TaskEvent,
  ],
  migrations,
};
