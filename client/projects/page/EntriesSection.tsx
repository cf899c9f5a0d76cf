import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instant } from '../../format/days';
import { exactly, inYuan } from '../../format/money';
import type { FundingEntryRowFragment } from '../../graphql.generated';
import { Nothing } from '../../layout/states';
import { SampleTag } from '../marks';
import { By } from './By';
import { Section } from './Section';
import type { PageWork } from './work';

/** As many as are shown before one asks for the rest. */
const FEW = 8;

type Props = { work: PageWork; day: string; onReverse: ((entry: FundingEntryRowFragment) => void) | null };

/** 资金明细: every entry as booked. A wrong one is struck through with the reason, never gone. */
export function EntriesSection({ work, day, onReverse }: Props) {
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useState(FEW);
  const entries = (work.fundingEntries.nodes as FundingEntryRowFragment[]).filter((entry) => entry.date <= day).sort((a, b) => b.date.localeCompare(a.date) || b.recordedAt.localeCompare(a.recordedAt));
  // Said once at the head while all of it is made up; at each entry once the office has booked its own.
  const made = entries.length > 0 && entries.every((entry) => entry.sample);
  return (
    <Section title={t('work.fundEntries')} note={`${t('work.amount')}`} sample={made}>
      {entries.length === 0 ? (
        <Nothing>{t('work.noEntriesYet')}</Nothing>
      ) : (
        <ul className="record-list entries">
          {entries.slice(0, shown).map((entry) => (
            <li key={entry.id}>
              <time>{entry.date}</time>
              <div>
                <p className={entry.reversedBy ? 'struck' : ''}>
                  {t(`source.${entry.source}`)} <b>{t(`fundingKind.${entry.kind}`)}</b>
                  {entry.documentNumber && <span className="second"> {entry.documentNumber}</span>}
                </p>
                <p className="second small">
                  {entry.reverses && <b>{t('work.reversal')} {entry.reverses.date} </b>}
                  {entry.note && <>{entry.note} </>}
                  <By who={entry.recordedBy} />
                </p>
                {entry.reversedBy && <p className="small"><b>{t('work.reversed')}</b> {entry.reversedBy.note && t('work.reason', { text: entry.reversedBy.note })} <span className="second"><By who={entry.reversedBy.recordedBy} /> {instant(entry.reversedBy.recordedAt)}</span></p>}
              </div>
              <div className="entry-sum">
                <span title={`${inYuan(entry.amount)} ${t('unit.yuan')}`} className={entry.reversedBy ? 'struck' : ''}>{entry.reverses && !entry.amount.startsWith('-') ? '−' : ''}{exactly(entry.amount, i18n.language)}</span>
                <SampleTag when={entry.sample && !made} />
                {onReverse && (entry.reversedBy || entry.reverses ? <span className="no-button" /> : (
                  <Button type="link" size="small" onClick={() => onReverse(entry)} aria-label={`${t('action.REVERSE')} ${entry.date} ${t(`source.${entry.source}`)} ${inYuan(entry.amount)}`}>{t('action.REVERSE')}</Button>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
      {entries.length > shown && <p className="more"><Button onClick={() => setShown(entries.length)}>{t('state.more', { count: entries.length - shown })}</Button></p>}
      {work.fundingEntries.totalCount > work.fundingEntries.nodes.length && <p className="second small">{t('works.summary.shown', { shown: work.fundingEntries.nodes.length, total: work.fundingEntries.totalCount })}</p>}
    </Section>
  );
}
