import { AppError } from '../../src/shared/errors/app-error';
import type { Photo } from '../../src/shared/photo';
import { VisitPhotos } from '../../src/visits/application/photos';
import { ConcurrentUpdate } from '../../src/visits/application/ports';
import type { FakeStorage } from './fake-storage';

export class FakeVisitPhotos extends VisitPhotos {
  constructor(private readonly storage: FakeStorage) {
    super();
  }

  add({ id, version }: { id: string; version: number }, photo: Photo): Promise<number | undefined> {
    return this.storage.change(draft => {
      const index = draft.visits.findIndex(({ snapshot }) => snapshot.id === id);
      const visit = draft.visits[index];
      if (!visit) throw new AppError('VisitGone');
      if (visit.snapshot.version !== version) throw new ConcurrentUpdate();
      const photos = [...visit.details.photos, photo];
      if (photos.length > 10) return undefined;
      draft.visits[index] = { ...visit, details: { ...visit.details, photos } };
      return photos.length;
    });
  }

  find(visitId: string, number: number): ReturnType<VisitPhotos['find']> {
    const photos = this.storage.visit(visitId)?.details.photos ?? [];
    const photo = photos[number - 1];
    return Promise.resolve(photo && { photo, count: photos.length });
  }
}
