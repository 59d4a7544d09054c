export { pipeline } from '../server/pipeline';
