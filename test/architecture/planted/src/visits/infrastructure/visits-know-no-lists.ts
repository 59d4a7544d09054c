export { list } from '../../visit-lists';
