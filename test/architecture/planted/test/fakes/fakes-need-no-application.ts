export { testSupport } from '../support';
