export { clock as visitor } from '../shared/clock';
