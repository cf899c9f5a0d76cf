import type { Period } from '../../api/period';
import type { Place } from './findings';

/** Where in a file each section's months begin. */
export class Firsts {
  private readonly places = new Map<string, Place>();

  take(sectionId: number, period: Period, place: Place): void {
    const key = `${sectionId} ${period.slice(0, 7)}`;
    if (!this.places.has(key)) this.places.set(key, place);
  }

  /** The first row of a month, or of a year that is a sample itself. */
  of(sectionId: number, period: Period): Place {
    return this.places.get(`${sectionId} ${period.slice(0, 7)}`)!;
  }
}
