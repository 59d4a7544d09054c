import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { type OverduePlace, type OverdueVisit, OverdueVisits } from '../application/ports';
import { loadOverdue } from './load-visits';

@Injectable()
export class TypeOrmOverdueVisits extends OverdueVisits {
  constructor(private readonly database: Database) {
    super();
  }

  batch(end: Date, after: OverduePlace | undefined): Promise<readonly OverdueVisit[]> {
    return this.database.read((_, statements) => loadOverdue(statements, end, after));
  }
}
