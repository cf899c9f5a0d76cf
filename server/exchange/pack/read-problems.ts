const SHOWN = 20;

/** A pack that cannot be used. The message lists what is wrong, at most twenty lines of it. */
export class PackError extends Error {
  /** Every problem found, one line each. */
  readonly problems: readonly string[];

  constructor(folder: string, problems: readonly string[]) {
    const shown = problems.slice(0, SHOWN).map((line) => `  ${line}`);
    const rest = problems.length - shown.length;
    const tail = rest > 0 ? [`  … and ${rest} more`] : [];
    super([`The pack in ${folder} cannot be used:`, ...shown, ...tail].join('\n'));
    this.name = 'PackError';
    this.problems = problems;
  }
}

/** Collects problems, so that whoever writes a pack sees them together and not one a run. */
export class Problems {
  readonly lines: string[] = [];

  /** Notes a problem of a whole file. */
  file(file: string, text: string): void {
    this.lines.push(`${file}: ${text}`);
  }

  /** Notes a problem at a line of a file, and where known in a column. */
  at(file: string, line: number, column: string | null, text: string): void {
    const where = column === null ? '' : `, column ${column}`;
    this.lines.push(`${file} line ${line}${where}: ${text}`);
  }

  get any(): boolean {
    return this.lines.length > 0;
  }
}
