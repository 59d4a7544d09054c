import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock';
import { type ImportOptions, importRows, type Rows, type Totals } from './import-rows';
import { PersonImporter } from './person-importer';
import { DirectoryStorage, type PersonChange, type UnitChange } from './ports';
import { UnitImporter } from './unit-importer';

/** Bulk upsert of persons and units, for the API and the command line. */
@Injectable()
export class ImportDirectory {
  constructor(
    private readonly storage: DirectoryStorage,
    private readonly clock: Clock,
  ) {}

  /** @throws as `importRows` */
  persons(rows: Rows<PersonChange>, options: ImportOptions): Promise<Totals> {
    return importRows(this.storage, rows, () => new PersonImporter(options), options);
  }

  /** @throws as `importRows` */
  units(rows: Rows<UnitChange>, options: ImportOptions): Promise<Totals> {
    const now = this.clock.now();
    return importRows(this.storage, rows, () => new UnitImporter(options, now), options);
  }
}
