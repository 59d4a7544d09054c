import { enumeration } from '../../shared/enumeration';

/** Flags that the contract has as numbers. */
export const YesNo = { No: 0, Yes: 1 } as const;

export type YesNo = (typeof YesNo)[keyof typeof YesNo];

export const yesNo = enumeration('YesNo', 'Whether it is so', YesNo, { No: 'no', Yes: 'yes' });
