export { visit as row } from '../domain/visit';
