/**
 * Pictures. Promises that what comes out of a check is an upright JPEG or PNG within the limits that has nothing but its
 * pixels, and that checking takes a bounded amount of memory and time.
 */
export { CheckPhotos } from './application/check-photos';
export { PicturesModule } from './pictures.module';
