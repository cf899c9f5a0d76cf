import type { Fen } from '../../api/money';
import type { Language } from '../../api/refusal';
import { ProcedureStatus, Stage } from '../../portfolio/facts.entity';
import { procedureStatusNames } from '../../portfolio/procedure.service';
import { stageNames } from '../../portfolio/stage-rules';

interface Named {
  name: string;
  nameEn: string;
}

const stagesInEnglish: Record<Stage, string> = { PREPARATION: 'preparation', CONSTRUCTION: 'construction', COMPLETED: 'completed' };
const statusesInEnglish: Record<ProcedureStatus, string> = { NOT_NEEDED: 'not needed', NOT_STARTED: 'not started', IN_PROGRESS: 'in progress', DONE: 'done' };

/** 万元 exactly, without zeros behind: "1,250.5". */
function inTenThousands(fen: Fen | bigint): string {
  const digits = BigInt(fen).toString().padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${digits.slice(0, -6).replace(/\B(?=(\d{3})+$)/g, ',')}${fraction && `.${fraction}`}`;
}

/** Values as the reader of a language sees them. */
export class Show {
  constructor(readonly language: Language) {}

  money = (fen: Fen | bigint | null): string | null => (fen === null ? null : `${inTenThousands(fen)} ${this.language === 'zh' ? '万元' : '×10,000 yuan'}`);

  percent = (value: number): string => `${value}%`;

  stage = (stage: Stage): string => (this.language === 'zh' ? stageNames : stagesInEnglish)[stage];

  status = (status: ProcedureStatus): string => (this.language === 'zh' ? procedureStatusNames : statusesInEnglish)[status];

  name = (named: Named | null | undefined): string | null => (named ? (this.language === 'zh' ? named.name : named.nameEn) : null);

  names = (all: readonly Named[]): string | null => (all.length ? all.map(this.name).join(this.language === 'zh' ? '、' : ', ') : null);

  truth = (value: boolean): string => (this.language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no');
}
