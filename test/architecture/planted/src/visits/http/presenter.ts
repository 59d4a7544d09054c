export { visit as presented } from '../domain/visit';
