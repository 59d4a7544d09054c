export { fake } from '../fakes/fake';
