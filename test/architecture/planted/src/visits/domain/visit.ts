export { clock as visit } from '../../shared/clock';
