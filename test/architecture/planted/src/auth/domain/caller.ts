export { clock as caller } from '../../shared/clock';
