export { visit } from './visits/domain/visit';
