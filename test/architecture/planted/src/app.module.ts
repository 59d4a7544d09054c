export { storedClock } from './database';
