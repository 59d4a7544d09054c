export { storedClock } from '../app.module';
