export { caller } from '../auth';
