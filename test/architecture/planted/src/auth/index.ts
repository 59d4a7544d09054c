export { caller } from './domain/caller';
