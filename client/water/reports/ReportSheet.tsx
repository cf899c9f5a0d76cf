import type { WaterReportQuery } from '../../graphql.generated';

type Report = NonNullable<WaterReportQuery['waterReport']>;
type Table = Report['parts'][number]['tables'][number];

/** The paper itself, in Chinese whatever the language of the screen. */
export function ReportSheet({ report }: { report: Report }) {
  return (
    <article className="report-sheet" lang="zh-CN" aria-label={`${report.title}${report.subtitle}`}>
      <header>
        <h2>{report.title}</h2>
        <p className="report-period">{report.subtitle}</p>
      </header>
      {report.sampleNote && <p className="report-sample">{report.sampleNote}</p>}
      {report.parts.map(({ title, paragraphs, tables }) => (
        <section key={title}>
          <h3>{title}</h3>
          {paragraphs.map((text) => <p key={text}>{text}</p>)}
          {tables.map((table) => <ReportTable key={table.title} table={table} />)}
        </section>
      ))}
    </article>
  );
}

function ReportTable({ table: { title, columns, rows } }: { table: Table }) {
  return (
    <div className="report-table" tabIndex={0} role="group" aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>{columns.map((column) => <th key={column.title} scope="col">{column.title}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>{cells.map((cell, i) => <td key={columns[i]!.title} className={cell.length > 8 ? 'long' : undefined}>{cell}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
