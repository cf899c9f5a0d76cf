import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instant } from '../../format/days';
import { exactly, inYuan } from '../../format/money';
import type { FundingEntryRowFragment } from '../../graphql.generated';
import { Nothing } from '../../layout/states';
import { bookedEntries, type Entry, type EntryChoice } from '../entries';
import { SampleTag } from '../marks';
import { By } from './By';
import { Section } from './Section';
import type { PageWork } from './work';

/** As many as are shown before one asks for the rest. */
const FEW = 8;

type Props = {
  work: Pick<PageWork, 'fundingEntries'>;
  day: string;
  /** Those of one source and kind alone. */
  only?: EntryChoice | null;
  onAll?: () => void;
  onReverse: ((entry: FundingEntryRowFragment) => void) | null;
};

/** 资金明细: every entry as booked. A wrong one is struck through, beside it the entry that takes it back and why; it is never gone. */
export function EntriesSection({ work, day, only = null, onAll, onReverse }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(FEW);
  const booked = bookedEntries(work.fundingEntries.nodes as FundingEntryRowFragment[], day, only);
  // Said once at the head while all of it is made up; at each entry once the office has booked its own.
  const made = booked.length > 0 && booked.every(({ entry }) => entry.sample);
  return (
    <Section title={t('work.fundEntries')} note={t('work.amount')} sample={made}>
      {only && <p className="only">{t(`source.${only.source}`)} {t(`fundingKind.${only.kind}`)} <Button size="small" onClick={onAll}>{t('work.allEntries')}</Button></p>}
      {booked.length === 0 ? (
        <Nothing>{t('work.noEntriesYet')}</Nothing>
      ) : (
        <ul className="record-list entries">
          {booked.slice(0, shown).map(({ entry, reversal }) => (
            <li key={entry.id}>
              <time>{entry.date}</time>
              <div className="entry-lines">
                <Line entry={entry} struck={entry.reversedBy !== null} tag={entry.sample && !made}>
                  {onReverse && (entry.reversedBy || entry.reverses ? <span className="no-button" /> : (
                    <Button type="link" size="small" onClick={() => onReverse(entry)} aria-label={`${t('action.REVERSE')} ${entry.date} ${t(`source.${entry.source}`)} ${inYuan(entry.amount)}`}>{t('action.REVERSE')}</Button>
                  ))}
                </Line>
                {entry.reversedBy && <Reversed by={entry.reversedBy} reversal={reversal}>{onReverse && <span className="no-button" />}</Reversed>}
              </div>
            </li>
          ))}
        </ul>
      )}
      {booked.length > shown && <p className="more"><Button onClick={() => setShown(booked.length)}>{t('state.more', { count: booked.length - shown })}</Button></p>}
      {work.fundingEntries.totalCount > work.fundingEntries.nodes.length && <p className="second small">{t('works.summary.shown', { shown: work.fundingEntries.nodes.length, total: work.fundingEntries.totalCount })}</p>}
    </Section>
  );
}

function Line({ entry, struck, tag, children }: { entry: Entry; struck: boolean; tag: boolean; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="entry-line">
      <div>
        <p className={struck ? 'struck' : ''}>
          {entry.reverses && <b>{t('work.reversal')} {entry.reverses.date} </b>}{t(`source.${entry.source}`)} <b>{t(`fundingKind.${entry.kind}`)}</b>
          {entry.documentNumber && <span className="second"> {entry.documentNumber}</span>}
        </p>
        <p className="second small">{entry.note && <>{entry.note} </>}<By who={entry.recordedBy} /></p>
      </div>
      <div className="entry-sum"><Sum money={entry.amount} struck={struck} /><SampleTag when={tag} />{children}</div>
    </div>
  );
}

/** What became of an entry that was wrong: taken back, by whom, when and why, with the amount that does it. */
function Reversed({ by, reversal, children }: { by: NonNullable<Entry['reversedBy']>; reversal: Entry | null; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="entry-line reversed">
      <div>
        <p><b>{t('work.reversed')}</b> {by.note && t('work.reason', { text: by.note })}</p>
        <p className="second small"><By who={by.recordedBy} /> {instant(by.recordedAt)}</p>
      </div>
      <div className="entry-sum">{reversal && <Sum money={reversal.amount} struck={false} />}{children}</div>
    </div>
  );
}

function Sum({ money, struck }: { money: string; struck: boolean }) {
  const { t, i18n } = useTranslation();
  return <span title={`${inYuan(money)} ${t('unit.yuan')}`} className={struck ? 'struck' : ''}>{exactly(money, i18n.language).replace('-', '−')}</span>;
}
