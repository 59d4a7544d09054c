export { row } from '../infrastructure/visit.row';
