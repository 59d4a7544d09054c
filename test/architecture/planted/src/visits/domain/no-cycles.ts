import { egg } from './partner';

export const hen = () => egg;
