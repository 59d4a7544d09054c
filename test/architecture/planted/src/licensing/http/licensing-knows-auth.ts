export { visitor } from '../../visitors';
