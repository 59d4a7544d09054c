export { clock } from '../../../src/shared/clock';
