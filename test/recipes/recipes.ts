import { backup, type BackupFigures } from './backup';
import { cutOff, drain, type DrainFigures } from './drain';
import { firstStart, type StartFigures } from './first-start';
import { kill, type KillFigures } from './kill';
import { lostFiles, type LostFilesFigures } from './lost-files';
import { oneWinner, type WinnerFigures } from './one-winner';
import { failing, recipe } from './recipe';
import { slowClients, type SlowFigures } from './slow-clients';

export const recipes = {
  kill: recipe({
    rounds: 15,
    run: kill,
    judge: (figures: KillFigures) =>
      failing({
        'nothing acknowledged is lost': figures.lost === 0,
        'nothing refused is there, nothing is there twice': figures.tooMany === 0,
        'every history is legal': figures.illegal === 0,
        'the file is sound': figures.damaged === 0,
        'ready within 2 s': Math.max(...figures.readyMs) <= 2000,
        'every step of a visit was there to be lost': figures.ends > 0 && figures.unknown > 0,
      }),
  }),
  backup: recipe({
    rounds: 5,
    run: backup,
    judge: (figures: BackupFigures) =>
      failing({
        'everything acknowledged before a backup is in it': figures.lost === 0,
        'every history is legal': figures.illegal === 0,
        'every copy is sound': figures.damaged === 0,
        'there was load': figures.acknowledged > 0,
      }),
  }),
  drain: recipe({
    rounds: 200,
    run: drain,
    judge: ({ failed, reset, endMs, longestMs, noticeMs, exit }: DrainFigures) =>
      failing({
        'every accepted request is answered': failed === 0,
        // A connection can still arrive between the last check of the queue and the close.
        'at most two connections are reset unread': reset <= 2,
        'over a second after the longest request at the latest': endMs <= longestMs + 1000,
        'not ready for a while before the listener closes': noticeMs > 200 && noticeMs <= 1000,
        'exit code 0': exit.code === 0,
      }),
  }),
  'cut-off': recipe({
    rounds: 1,
    run: cutOff,
    judge: ({ endMs, exit }) =>
      failing({ 'over within 9.5 s': endMs <= 9500, 'exit code 0': exit.code === 0 }),
  }),
  'one-winner': recipe({
    rounds: 100,
    run: oneWinner,
    judge: ({ wrongAnswers, wrongHistories }: WinnerFigures) =>
      failing({
        'one caller wins, and every other gets 403/1545': wrongAnswers === 0,
        'the history has the end of the winner, once': wrongHistories === 0,
      }),
  }),
  'lost-files': recipe({
    rounds: 15,
    run: lostFiles,
    judge: (figures: LostFilesFigures) =>
      failing({
        'no call that began after the harm is acknowledged': figures.acknowledgedAfter === 0,
        'nothing acknowledged is missing where the start is not refused': figures.lostSilently === 0,
        'not ready afterwards': figures.readyAfter.length === 0,
        'what can be had is not refused': figures.refusedStarts.length === 0,
        'there was load': figures.acknowledged > 0 && figures.refused > 0,
      }),
  }),
  'slow-clients': recipe({
    rounds: 2000,
    run: slowClients,
    judge: ({ closedMs, idleP99Ms, p99Ms, addedMb }: SlowFigures) =>
      failing({
        'every slow client is gone within 12 s': Math.max(...Object.values(closedMs)) <= 12_000,
        'others notice little': Math.max(...Object.values(p99Ms)) < 2 * idleP99Ms + 20,
        'less than 100 MB': addedMb < 100,
      }),
  }),
  'first-start': recipe({
    rounds: 9,
    run: firstStart,
    judge: ({ firstMs, againMs }: StartFigures) =>
      failing({ 'first answer within 3 s': Math.max(...firstMs, ...againMs) <= 3000 }),
  }),
};
