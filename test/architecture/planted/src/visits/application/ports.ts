import type { visit } from '../domain/visit';

export type Visits = (typeof visit)[];
