import fc from 'fast-check';
import { addDays } from '../../server/api/day';
import { byDayThenRecording, taskOn, TaskStatus, type RecordedStatus, type TaskFact } from '../../server/dispatch/task-history';

const fact = (id: number, effectiveDate: string, status: RecordedStatus, note: string | null = null): TaskFact => ({ id, effectiveDate, status, note, sample: false });
const { OPEN, DONE, DROPPED, OVERDUE } = TaskStatus;

describe('how a task stands on a day', () => {
  const events = [fact(1, '2024-02-01', OPEN, '在办'), fact(2, '2024-03-10', DONE, '办结'), fact(3, '2024-03-20', OPEN, '退回'), fact(4, '2024-05-01', DONE), fact(5, '2024-05-09', DONE, '核过')];
  it.each([
    ['2024-01-31', { status: OPEN, note: null, updatedOn: null, doneOn: null, daysLeft: 60 }],
    ['2024-02-01', { status: OPEN, note: '在办', updatedOn: '2024-02-01', doneOn: null, daysLeft: 59 }],
    ['2024-03-10', { status: DONE, note: '办结', updatedOn: '2024-03-10', doneOn: '2024-03-10', daysLeft: null }],
    // Taken up again, it has days left once more; on its last day it is not overdue, on the next it is.
    ['2024-03-31', { status: OPEN, note: '退回', updatedOn: '2024-03-20', doneOn: null, daysLeft: 0 }],
    ['2024-04-01', { status: OVERDUE, note: '退回', updatedOn: '2024-03-20', doneOn: null, daysLeft: -1 }],
    // Done since it was first said so without a break.
    ['2024-06-30', { status: DONE, note: '核过', updatedOn: '2024-05-09', doneOn: '2024-05-01', daysLeft: null }],
  ])('%s', (day, standing) => expect(taskOn({ deadline: '2024-03-31', events }, day)).toMatchObject(standing));

  it('without a deadline it is never overdue, and what is dropped is not either', () => {
    expect(taskOn({ deadline: null, events: [] }, '2199-12-31')).toMatchObject({ status: OPEN, daysLeft: null });
    expect(taskOn({ deadline: '2024-03-31', events: [fact(1, '2024-04-30', DROPPED)] }, '2024-06-30')).toMatchObject({ status: DROPPED, daysLeft: null });
  });

  it('is made up where what was recorded is, and before that where what comes later is', () => {
    const made = { ...fact(1, '2024-05-01', DONE), sample: true };
    const real = fact(2, '2024-06-01', OPEN);
    const sampleOn = (day: string) => taskOn({ deadline: '2024-03-31', events: [made, real] }, day).sample;
    expect(['2024-04-01', '2024-05-01', '2024-06-01'].map(sampleOn)).toEqual([true, true, false]);
    expect(taskOn({ deadline: '2024-03-31', events: [real] }, '2024-04-01').sample).toBe(false);
  });

  const day = fc.integer({ min: 0, max: 90 }).map((n) => addDays('2024-01-01', n));
  const history = fc.array(fc.record({ effectiveDate: day, status: fc.constantFrom<RecordedStatus>(OPEN, DONE, DROPPED), note: fc.option(fc.string({ maxLength: 3 })), sample: fc.boolean() }), { maxLength: 8 });

  it('is what a walk through all its days comes to', () => {
    fc.assert(fc.property(history, fc.option(day), day, (facts, deadline, asked) => {
      const events = facts.map((one, id) => ({ ...one, id })).sort(byDayThenRecording);
      // Day after day from before the first: whatever was recorded on it holds from then on.
      let status: TaskStatus = OPEN;
      let note: string | null = null;
      let updatedOn: string | null = null;
      let doneOn: string | null = null;
      for (let one = '2023-12-31'; one <= asked; one = addDays(one, 1)) {
        for (const event of facts.filter(({ effectiveDate }) => effectiveDate === one)) {
          if (event.status !== DONE) doneOn = null;
          else if (status !== DONE) doneOn = one;
          [status, note, updatedOn] = [event.status, event.note, one];
        }
      }
      const late = status === OPEN && deadline !== null && deadline < asked;
      expect(taskOn({ deadline, events }, asked)).toMatchObject({ status: late ? OVERDUE : status, note, updatedOn, doneOn });
    }), { numRuns: 500 });
  });
});
