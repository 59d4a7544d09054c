import { migrations } from '.';

/** What databases have recorded. These lists only ever grow at their ends. */
const both = ['OpensFile1795900300000', 'ShownRecords1795900400000', 'FoldedDocuments1796000000000'];
const recorded = {
  sqlite: [
    'Core1795500000000',
    'Visitors1795600000000',
    'Directory1795600100000',
    'CardsAndPhotos1795600200000',
    'PassKey1795600300000',
    'IdempotencyKey1795600400000',
    'VisitLists1795600500000',
    'OverdueVisits1795700100000',
    'ChangeNumbers1795900000000',
    ...both,
  ],
  postgres: [
    'Baseline1795700000000',
    'OverdueVisits1795700100000',
    'ChangeNumbers1795900000000',
    'WideTexts1795900100000',
    ...both,
  ],
};

it.each(['sqlite', 'postgres'] as const)(
  'databases of %s find their migrations by name, in order',
  engine => {
    expect(migrations[engine].map(({ name }) => name)).toEqual(recorded[engine]);
  },
);
