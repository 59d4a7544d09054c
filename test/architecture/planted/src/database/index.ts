export { clock as storedClock } from '../shared/clock';
