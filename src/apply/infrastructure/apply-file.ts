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

/** Ends the transaction of a dry run, which must leave nothing behind. */
class DryRunDone extends Error {
  constructor(readonly report: ApplyReport) {
    super('dry run');
  }
}

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
   * Applies the text of a JSON or YAML file. A dry run does the same work and takes it back.
   * @throws ApplyFault with every fault of the file; StorageFault
   */
  async execute(text: string, { dryRun }: { dryRun: boolean }): Promise<ApplyReport> {
    const reading = readPlan(text, this.zone);
    try {
      return await this.database.write(async manager => {
        const writer = await PlanWriter.begin(manager, this.keys, this.random, this.clock.now());
        const faults = [...reading.faults, ...checkReferences(reading, writer.stored)];
        if (faults.length > 0) throw new ApplyFault(faults);
        const report = await writer.write(reading.plan);
        if (dryRun) throw new DryRunDone(report);
        return report;
      });
    } catch (error) {
      if (error instanceof DryRunDone) return error.report;
      throw error;
    }
  }
}
