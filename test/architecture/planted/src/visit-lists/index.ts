export { clock as list } from '../shared/clock';
