export { script } from '../scripts/script';
