import { type ChangesFigures, nodesChanges } from './nodes-changes';
import { type HistoryFigures, nodesHistory } from './nodes-history';
import { nodesKill } from './nodes-kill';
import { nodesRates, type RatesFigures } from './nodes-rates';
import { nodesWinner, type WinnerFigures } from './one-winner';
import { failing, recipe } from './recipe';
import { postgresRestart, redisRestart, type RestartFigures } from './server-restart';

/**
 * Recipes for several nodes, on the servers of TEST_POSTGRES_URL and TEST_REDIS_URL, or on temporary servers if the recipe
 * kills one. They run only by name.
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
  'nodes-changes': recipe({
    rounds: 3,
    run: nodesChanges,
    judge: (figures: ChangesFigures) =>
      failing(
        Object.fromEntries(
          Object.entries(figures).map(([change, ms]) => [`${change}, at both nodes within 2 s`, ms <= 2000]),
        ),
      ),
  }),
  'nodes-rates': recipe({
    rounds: 8,
    run: nodesRates,
    judge: ({ calls, logins, others }: RatesFigures) =>
      failing({
        'calls of a user are let in as the policy says, 5 % more or less': Math.abs(calls.ratio - 1) <= 0.05,
        'so are logins of an address': Math.abs(logins.ratio - 1) <= 0.05,
        'there were more than are let in': calls.refused > 0 && logins.refused > 0,
        'the others get 401/1008': others === 0,
      }),
  }),
  'nodes-kill': recipe({
    rounds: 50,
    run: nodesKill,
    judge: figures =>
      failing({
        'nothing acknowledged is lost': figures.lost === 0,
        'nothing refused is there, nothing is there twice': figures.tooMany === 0,
        'every history is legal, and no visit half changed': figures.illegal === 0,
        'the indexes are sound': figures.damaged === 0,
        'the other nodes answer every call': figures.unansweredByOthers === 0,
        'nobody gets 1544 or 5xx': figures.faults === 0,
        'the other nodes go on': figures.fewestByOthers > 0,
        'a third node has joined': figures.nodes === 3,
        'every step of a visit was there to be lost': figures.ends > 0 && figures.unknown > 0,
      }),
  }),
  'nodes-history': recipe({
    rounds: 1000,
    run: nodesHistory,
    judge: ({ overlapping, unanswered, notLinearizable }: HistoryFigures) =>
      failing({
        'each visit is as if its calls had been made one after the other': notLinearizable === 0,
        'every call is answered': unanswered === 0,
        'calls overlapped': overlapping > 0,
      }),
  }),
  'postgres-restart': recipe({ rounds: 10, run: postgresRestart, judge: judgeRestart }),
  'redis-restart': recipe({ rounds: 10, run: redisRestart, judge: judgeRestart }),
};

function judgeRestart(figures: RestartFigures): string[] {
  return failing({
    'nothing acknowledged is lost': figures.lost === 0,
    'nothing refused is there, nothing is there twice': figures.tooMany === 0,
    'every history is legal, and no visit half changed': figures.illegal === 0,
    'the indexes are sound': figures.damaged === 0,
    'every call is answered': figures.unanswered === 0,
    'every node works again within 5 s': Math.max(...figures.recoveryMs) <= 5000,
    'callers met the outage, and lived through it': figures.faults > 0 && figures.ends > 0,
  });
}
