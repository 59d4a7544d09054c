import { Bytes, Choice, Guid, Integer } from '../../http/fields';
import { type PictureType, pictureTypes } from '../../shared/photo';
import { VisitQuery } from './visit-requests.dto';
import { VISIT_ID } from './visit.dto';

/** A picture of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const side = { min: 0, max: 10_000, example: 1 };

export class PhotoAddReq extends VisitQuery {
  @Bytes({ description: 'The photo: JPEG or PNG, 5 MB at most', example: PIXEL }) Photo: Buffer;
}

export class PhotoQuery extends VisitQuery {
  @Integer({
    description: 'Which photo, from 1; the first one when left out',
    required: false,
    min: 1,
    max: 1_000_000,
    example: 1,
  })
  PhotoNumber?: number;
}

export class PhotoResp {
  @Guid(VISIT_ID) VisitId: string;
  @Integer({ description: 'Its number, by which it is read', min: 1, max: 10, example: 1 })
  PhotoNumber: number;
  @Integer({ description: 'In pixels, upright', ...side }) Width: number;
  @Integer({ description: 'In pixels, upright', ...side }) Height: number;
  @Choice(pictureTypes, { description: 'Its media type', example: 'image/png' }) Type: PictureType;
  @Integer({ description: 'In bytes, as it is kept', min: 1, max: 5_242_880, example: 90 }) Size: number;
}

export class PhotoGetResp {
  @Guid(VISIT_ID) VisitId: string;
  @Integer({ description: 'Its number', min: 1, max: 10, example: 1 }) PhotoNumber: number;
  @Integer({ description: 'How many photos the visit has', min: 1, max: 10, example: 1 })
  PhotoCount: number;
  @Choice(pictureTypes, {
    description: 'Its media type; null of what was kept before photos were checked and has neither',
    required: false,
    example: 'image/png',
  })
  Type: PictureType | null;
  @Integer({ description: 'In pixels; null where Type is', required: false, ...side }) Width: number | null;
  @Integer({ description: 'In pixels; null where Type is', required: false, ...side }) Height: number | null;
  @Bytes({ description: 'The photo', example: PIXEL }) Photo: Buffer;
}
