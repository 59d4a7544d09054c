import { Controller } from '@nestjs/common';
import { Action } from '../../http/action.decorator';
import { Input, WhoAsks } from '../../http/input.decorator';
import type { Caller } from '../../shared/caller';
import { AddPhoto } from '../application/add-photo';
import { GetPhoto } from '../application/get-photo';
import { PhotoAddReq, PhotoGetResp, PhotoQuery, PhotoResp } from './photos.dto';

/** Photos of visitors, each kept with one visit. */
@Controller()
export class PhotosController {
  constructor(
    private readonly addPhoto: AddPhoto,
    private readonly getPhoto: GetPhoto,
  ) {}

  @Action('POST visit/addPhoto', {
    summary: 'Add a photo to a visit',
    description:
      'JPEG or PNG by its content, not animated, with nothing behind the picture; at most 5 MB, 40 megapixels, 10000 pixels a side and 10 photos a visit. It is turned upright and kept without what it carries beside its pixels: place, time, camera, comments. Possible until the visit is over.',
    tag: 'Visits',
    request: PhotoAddReq,
    response: PhotoResp,
    requires: [{ agenda: 'Visits', right: 'Edit', refusal: 'VisitsEditPrivilege' }],
    errors: ['VisitNotExists', 'VisitsEditPermission', 'VisitCannotMove', 'VisitGone', 'VisitUpdateFailed'],
    largeBody: true,
  })
  async add(@WhoAsks() caller: Caller, @Input() { VisitId, Photo }: PhotoAddReq): Promise<PhotoResp> {
    const { photo, number } = await this.addPhoto.execute(caller, VisitId, Photo);
    return {
      VisitId,
      PhotoNumber: number,
      Width: photo.width,
      Height: photo.height,
      Type: photo.type,
      Size: photo.content.length,
    };
  }

  @Action('GET visit/getPhoto', {
    summary: 'Read a photo of a visit',
    description: 'One photo at a time; PhotoCount tells how many there are.',
    tag: 'Visits',
    request: PhotoQuery,
    response: PhotoGetResp,
    requires: [{ agenda: 'Visits', right: 'View', refusal: 'VisitsViewPrivilege' }],
    errors: ['VisitNotExists', 'VisitsViewPermission', 'PhotoNotFound'],
  })
  async get(
    @WhoAsks() caller: Caller,
    @Input() { VisitId, PhotoNumber = 1 }: PhotoQuery,
  ): Promise<PhotoGetResp> {
    const photo = await this.getPhoto.execute(caller, VisitId, PhotoNumber);
    return {
      VisitId,
      PhotoNumber,
      PhotoCount: photo.count,
      Type: photo.type ?? null,
      Width: photo.width ?? null,
      Height: photo.height ?? null,
      Photo: photo.content,
    };
  }
}
