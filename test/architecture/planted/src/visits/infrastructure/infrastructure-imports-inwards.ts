export { presented } from '../http/presenter';
