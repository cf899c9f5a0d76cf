import { dueOf } from '../../../client/tasks/due';
import { choiceOf, withChoice } from '../../../client/tasks/taskQuestion';

describe('what is said of the time left', () => {
  const task = { status: 'OPEN', deadline: '2024-03-31', daysLeft: 5, doneOn: null } as const;
  it.each([
    ['days left', {}, { text: 'left', count: 5 }],
    ['the last day', { daysLeft: 0 }, { text: 'today', count: 0 }],
    ['days overdue, counted up', { status: 'OVERDUE', daysLeft: -1 }, { text: 'overdue', count: 1 }],
    ['no deadline', { deadline: null, daysLeft: null }, { text: 'without', count: 0 }],
    ['done in time: nothing', { status: 'DONE', daysLeft: null, doneOn: '2024-03-31' }, null],
    ['done late', { status: 'DONE', daysLeft: null, doneOn: '2024-04-01' }, { text: 'late', count: 0 }],
    ['dropped: nothing', { status: 'DROPPED', daysLeft: null }, null],
  ] as const)('%s', (_, more, said) => expect(dueOf({ ...task, ...more })).toEqual(said));
});

describe('the address of the list', () => {
  const address = 'document=%E7%A0%BE%E6%94%BF%E5%8F%91%E3%80%942023%E3%80%952%E5%8F%B7&status=OVERDUE&lead=WAT&q=%E6%B8%85%E6%B7%A4&asOf=2024-01-14';
  const choice = { document: '砾政发〔2023〕2号', status: 'OVERDUE', lead: 'WAT', search: '清淤', asOf: '2024-01-14' } as const;

  it('holds what was chosen', () => {
    expect(choiceOf(new URLSearchParams(address))).toEqual(choice);
    expect(choiceOf(withChoice(new URLSearchParams(), choice))).toEqual(choice);
  });

  it('leaves out what was taken back, and what it says amiss', () => {
    expect(withChoice(new URLSearchParams(address), { document: null, status: null, search: '  ', lead: null, asOf: null }).toString()).toBe('');
    expect(choiceOf(new URLSearchParams('status=LATE&asOf=yesterday&document='))).toEqual({ document: null, status: null, lead: null, search: '', asOf: null });
  });
});
