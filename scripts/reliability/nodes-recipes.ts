import { nodesWinner, type WinnerFigures } from './one-winner';
import { failing, recipe } from './recipe';

/**
 * Those that take several nodes, on the servers of TEST_POSTGRES_URL and TEST_REDIS_URL; they are run when they are
 * named.
 */
export const nodesRecipes = {
  'nodes-winner': recipe({
    rounds: 200,
    run: nodesWinner,
    judge: ({ wrongAnswers, faults, wrongHistories, wins }: WinnerFigures) =>
      failing({
        'one caller wins, and every other gets 403/1545': wrongAnswers === 0,
        'nobody gets 1544 or 5xx': faults === 0,
        'the history has the end of the winner, once': wrongHistories === 0,
        'both nodes win now and then': !wins.split(' and ').includes('0'),
      }),
  }),
};
