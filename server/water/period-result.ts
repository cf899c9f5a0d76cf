import type { Period } from '../api/period';
import { meetsTarget } from './classes';
import { type WaterIndex, waterIndex } from './cwqi';
import { readItems, readMeasures, type SampleItems } from './items';
import type { Measures } from './measures';
import { DEFAULT_OPTIONS, type WaterRounding } from './options';
import { judgeSection, type Judgement } from './section-class';
import type { MonitoringSection, WaterClass } from './section.entity';

/** What is known of a section in a period, as it was read. */
export interface PeriodFacts {
  period: Period;
  /** Items of the sample or mean, see `items.ts`; null where only a class was published. */
  items: string | null;
  /** How many finer values they are the mean of; null of a sample. */
  count: number | null;
  /** The class that was published without values. */
  given: WaterClass | null;
  /** Whether any of it is made up for the demonstration. */
  sample: boolean;
}

const NOTHING: Measures = new Map();

/** A section's result in a period: a sample or a mean, judged when it is first asked; or a class published without values. */
export class PeriodResult {
  private readonly judgements = new Map<WaterRounding, Judgement>();
  private read: Measures | null = null;
  private indexed: WaterIndex | null = null;

  constructor(readonly section: MonitoringSection, private readonly facts: PeriodFacts) {}

  get period(): Period {
    return this.facts.period;
  }

  get sample(): boolean {
    return this.facts.sample;
  }

  /** How many finer values it is the mean of; null of a sample. */
  get count(): number | null {
    return this.facts.count;
  }

  /** Whether there are values, not only a class. */
  get hasValues(): boolean {
    return this.facts.items !== null;
  }

  get measures(): Measures {
    return (this.read ??= this.facts.items === null ? NOTHING : readMeasures(this.facts.items));
  }

  /** The values as they came in; null of a mean. */
  get readings(): SampleItems | null {
    return this.facts.items === null || this.facts.count !== null ? null : readItems(this.facts.items);
  }

  judged(rounding: WaterRounding = DEFAULT_OPTIONS.rounding): Judgement {
    let judgement = this.judgements.get(rounding);
    if (!judgement) this.judgements.set(rounding, (judgement = judgeSection(this.measures, this.section.waterBody, { ...DEFAULT_OPTIONS, rounding })));
    return judgement;
  }

  /** Its class as the platform shows it; null where nothing of it has one. */
  get class(): WaterClass | null {
    return this.facts.items === null ? this.facts.given : this.judged().class;
  }

  /** Whether it is in its target class or better; null where it was not judged. */
  get meetsTarget(): boolean | null {
    return meetsTarget(this.class, this.section.target);
  }

  get index(): WaterIndex {
    return (this.indexed ??= waterIndex(this.measures, this.section.waterBody));
  }
}
