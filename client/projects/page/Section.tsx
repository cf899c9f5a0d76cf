import { type ReactNode, useId } from 'react';
import { SampleTag } from '../marks';

type Props = { title: ReactNode; note?: ReactNode; sample?: boolean; className?: string; children: ReactNode };

/** A part of a work's page: a head with its ink rule, and what is made up in it said there. */
export function Section({ title, note, sample = false, className = '', children }: Props) {
  const id = useId();
  return (
    <section className={`section ${className}`} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        <span className="second small">{note} <SampleTag when={sample} /></span>
      </div>
      {children}
    </section>
  );
}
