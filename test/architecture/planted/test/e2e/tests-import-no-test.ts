export { nodes } from '../nodes.cluster';
