export { record } from '../test/access/record';
