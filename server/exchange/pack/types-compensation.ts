import type { Fen } from '../../api/money';
import type { IndicatorKey } from '../../water/indicators';
import type { WaterClass } from '../../water/section.entity';

/** A scheme of compensation across borders. */
export interface PackCompensation {
  /** The month from which it is reckoned, "2023-01". */
  readonly validFrom: string;
  readonly name: string;
  readonly nameEn: string;
  readonly items: readonly { readonly indicator: IndicatorKey; readonly base: Fen }[];
  readonly borders: readonly { readonly section: string; readonly payer: string; readonly receiver: string; readonly target: `${WaterClass}` | null }[];
  readonly cap: Fen | null;
  readonly reward: Fen | null;
}
