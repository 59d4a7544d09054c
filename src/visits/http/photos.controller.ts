import { Controller } from '@nestjs/common';
import { Action, Input, WhileAwaited, CurrentCaller } from '../../http/action';
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
      'JPEG or PNG by its content, not animated; at most 5 MB, 40 megapixels and 10000 pixels a side (6 and 5000 as PNG or progressive JPEG), 8 bits a colour, and 10 photos a visit. It is turned upright, made smaller where a side has more than 3000 pixels, and kept without what it carries beside its pixels: place, time, camera, comments, and whatever stands behind the picture. Possible until the visit is over. Where too many photos wait already, 1008 says after how many seconds to come again.',
    tag: 'Announce and register',
    request: PhotoAddReq,
    response: PhotoResp,
    requires: ['Visits:Edit'],
    errors: ['VisitNotExists', 'VisitsEditPermission', 'VisitCannotMove', 'VisitGone', 'VisitUpdateFailed'],
    largeBody: true,
  })
  async add(
    @CurrentCaller() caller: Caller,
    @Input() { VisitId, Photo }: PhotoAddReq,
    @WhileAwaited() signal: AbortSignal,
  ): Promise<PhotoResp> {
    const { photo, number } = await this.addPhoto.execute(caller, VisitId, Photo, signal);
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
    tag: 'Look up visits',
    request: PhotoQuery,
    response: PhotoGetResp,
    requires: ['Visits:View'],
    errors: ['VisitNotExists', 'VisitsViewPermission', 'PhotoNotFound'],
  })
  async get(
    @CurrentCaller() caller: Caller,
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
