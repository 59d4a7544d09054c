export { storedClock } from '../database';
