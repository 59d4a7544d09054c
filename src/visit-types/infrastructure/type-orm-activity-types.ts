import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { AppError } from '../../shared/errors/app-error';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import type { ActivityTypeView } from '../../shared/visitor';
import { ActivityTypes } from '../application/activity-types';
import { ActivityTypeRow } from './activity-type.row';

@Injectable()
export class TypeOrmActivityTypes extends ActivityTypes {
  constructor(private readonly database: Database) {
    super();
  }

  list(page: Page): Promise<Listed<ActivityTypeView>> {
    return this.database.read(async manager => {
      const [rows, total] = await manager.findAndCount(ActivityTypeRow, {
        order: { title: 'ASC' },
        skip: offsetOf(page),
        take: page.size,
      });
      return { rows, total };
    });
  }

  async find(title: string): Promise<ActivityTypeView | undefined> {
    return (await this.database.read(manager => manager.findOneBy(ActivityTypeRow, { title }))) ?? undefined;
  }

  add(type: ActivityTypeView): Promise<void> {
    return this.database.write(async manager => {
      const { title } = type;
      if (await manager.existsBy(ActivityTypeRow, { title })) throw new AppError('ActivityTypeExists', title);
      await manager.insert(ActivityTypeRow, type);
    });
  }

  async change({ title, ...members }: ActivityTypeView): Promise<void> {
    const { affected } = await this.database.write(manager =>
      manager.update(ActivityTypeRow, { title }, members),
    );
    if (affected !== 1) throw new AppError('ActivityTypeNotFound', title);
  }
}
