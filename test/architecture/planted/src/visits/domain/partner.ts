import { hen } from './no-cycles';

export const egg = () => hen;
