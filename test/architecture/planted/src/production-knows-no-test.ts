export { testSupport } from '../test/support';
