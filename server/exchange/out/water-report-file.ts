import { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { checkReportAsked, readReport } from '../../catalogue/water-report';
import { REPORT_NAMES } from '../../water/report';
import { readReportAsked, type Parameters } from './asked';
import { checkMayExport, type Exporter, type FileOut } from './files';
import { waterReportDocx } from './water-report-docx';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A paper of the water as a Word file.
 * @param manager reads the days, which are not kept in memory
 * @throws Refusal FORBIDDEN, or what is wrong with a parameter.
 */
export async function waterReportFile({ facts, viewer, today }: Exporter, manager: EntityManager, parameters: Parameters): Promise<FileOut> {
  checkMayExport(viewer);
  const asked = readReportAsked(parameters);
  checkReportAsked(asked);
  const report = await readReport(manager, facts, asked, today);
  return {
    name: `${REPORT_NAMES[report.kind]}_${report.period}${report.sampleNote ? '（含样例数据）' : ''}.docx`,
    plainName: `water-${report.kind.toLowerCase()}-${report.period}.docx`,
    type: DOCX,
    stream: async () => Readable.from([await waterReportDocx(report, '一泓')], { objectMode: false }),
  };
}
