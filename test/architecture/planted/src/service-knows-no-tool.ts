export { measure } from '../bench/measure';
