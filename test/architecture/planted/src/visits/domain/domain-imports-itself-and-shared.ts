export type { Visits } from '../application/ports';
