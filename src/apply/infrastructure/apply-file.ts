import type { EntityManager } from 'typeorm';
import type { ApiKeys } from '../../auth';
import type { Database } from '../../database';
import type { Clock } from '../../shared/clock';
import type { Random } from '../../shared/random';
import type { TimeZone } from '../../shared/time-zone';
import { ApplyFault } from './apply-fault';
import { checkReferences } from './check-references';
import { readPlan } from './read-plan';
import type { ApplyReport } from './report';
import { PlanWriter } from './write-plan';

/** Takes a file whole, in one transaction, or not at all. */
export class ApplyFile {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeys,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly zone: TimeZone,
  ) {}

  /**
   * Applies the text of a JSON or YAML file. A dry run reads alone, and tells what would be done.
   * @throws ApplyFault with every fault of the file; StorageFault
   */
  async execute(text: string, { dryRun }: { dryRun: boolean }): Promise<ApplyReport> {
    const reading = readPlan(text, this.zone);
    const work = async (manager: EntityManager) => {
      const way = { now: this.clock.now(), dryRun };
      const writer = await PlanWriter.begin(manager, this.keys, this.random, way);
      const faults = [...reading.faults, ...checkReferences(reading, writer.stored)];
      if (faults.length > 0) throw new ApplyFault(faults);
      return writer.write(reading.plan);
    };
    return dryRun ? this.database.read(work) : this.database.write(work);
  }
}
