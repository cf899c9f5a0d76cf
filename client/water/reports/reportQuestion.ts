import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { WaterReportKind } from '../../graphql.generated';

export const KINDS: readonly WaterReportKind[] = ['DAILY', 'WEEKLY', 'MONTHLY'];

/** Which paper; a null period is the latest with values. */
export type ReportChoice = { kind: WaterReportKind; period: string | null };

const MONTH = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/;
const DAY = /^(?:19|20|21)\d\d-\d\d-\d\d$/;

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What an address asks for; what it says amiss is left out. */
export function choiceOf(params: URLSearchParams): ReportChoice {
  const kind = KINDS.find((one) => one === params.get('kind')) ?? 'MONTHLY';
  const period = params.get('period') ?? '';
  return { kind, period: (kind === 'MONTHLY' ? MONTH.test(period) : isDay(period)) ? period : null };
}

/** The choice as parameters: of the page's address and of the file's. */
export function paramsOf({ kind, period }: ReportChoice): URLSearchParams {
  return new URLSearchParams({ kind, ...(period !== null && { period }) });
}

/** The paper as a Word file. */
export const fileAddress = (choice: ReportChoice): string => `/export/water-report.docx?${paramsOf(choice).toString()}`;

/** The choice stands in the address, so that it can be kept, sent to a colleague, and gone back to. */
export function useReportQuestion(): ReportChoice & { set: (choice: ReportChoice) => void } {
  const [params, setParams] = useSearchParams();
  return useMemo(() => ({ ...choiceOf(params), set: (choice: ReportChoice) => setParams(paramsOf(choice), { replace: true }) }), [params, setParams]);
}
