import { Workplace } from './service-process';

export interface StartFigures {
  /** From the start of the process until `/health/ready` answers 200: in an empty folder, and again with its data. */
  firstMs: number[];
  againMs: number[];
}

/** Measures how long a start takes. */
export async function firstStart(main: string, rounds: number): Promise<StartFigures> {
  const figures: StartFigures = { firstMs: [], againMs: [] };
  for (let round = 0; round < rounds; round += 1) {
    const workplace = new Workplace(main);
    try {
      for (const list of [figures.firstMs, figures.againMs]) {
        const service = workplace.start();
        list.push(Math.round(await service.readyMs()));
        await service.end();
      }
    } finally {
      await workplace.clear();
    }
  }
  return figures;
}
