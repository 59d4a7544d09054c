import { Module } from '@nestjs/common';
import { CheckPhotos } from './application/check-photos';
import { PhotoCleaner } from './application/photo-cleaner';
import { PhotoQueue } from './application/photo-queue';
import { SharpPhotoCleaner } from './infrastructure/sharp-photo-cleaner';

@Module({
  providers: [CheckPhotos, PhotoQueue, { provide: PhotoCleaner, useClass: SharpPhotoCleaner }],
  exports: [CheckPhotos],
})
export class PicturesModule {}
