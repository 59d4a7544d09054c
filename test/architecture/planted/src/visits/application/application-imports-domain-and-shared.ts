export { caller } from '../../auth';
