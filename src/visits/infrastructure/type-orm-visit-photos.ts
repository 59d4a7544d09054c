import { Injectable } from '@nestjs/common';
import { Database, lockByName } from '../../database';
import { AppError } from '../../shared/errors/app-error';
import type { Photo } from '../../shared/photo';
import { MAX_PHOTOS, VisitPhotos } from '../application/photos';
import { ConcurrentUpdate } from '../application/ports';
import { VisitPhotoRow } from './visit-photo.row';
import { VisitRow } from './visit.row';

@Injectable()
export class TypeOrmVisitPhotos extends VisitPhotos {
  constructor(private readonly database: Database) {
    super();
  }

  add({ id, version }: { id: string; version: number }, photo: Photo): Promise<number | undefined> {
    return this.database.write(async manager => {
      await lockByName(manager, `photos ${id}`);
      const [visit] = await manager.find(VisitRow, { select: { seq: true, version: true }, where: { id } });
      if (!visit) throw new AppError('VisitGone');
      if (visit.version !== version) throw new ConcurrentUpdate();
      const count = await manager.countBy(VisitPhotoRow, { visitSeq: visit.seq });
      if (count >= MAX_PHOTOS) return undefined;
      await manager.insert(VisitPhotoRow, { ...photo, visitSeq: visit.seq });
      return count + 1;
    });
  }

  find(visitId: string, number: number): ReturnType<VisitPhotos['find']> {
    return this.database.read(async manager => {
      const seqs = await manager.find(VisitPhotoRow, {
        select: { seq: true },
        where: { visit: { id: visitId } },
        order: { seq: 'ASC' },
      });
      const seq = seqs[number - 1]?.seq;
      const row = seq === undefined ? null : await manager.findOneBy(VisitPhotoRow, { seq });
      if (!row) return undefined;
      const { content, type, width, height } = row;
      const known = type !== null && width !== null && height !== null;
      return { photo: known ? { content, type, width, height } : { content }, count: seqs.length };
    });
  }
}
