export { pictureAddresses } from './addresses'
export { PictureError, type PictureErrorKind, type ReadPicture, type SmallPicture } from './picture'
export { readKeptPicture, readPicture } from './read'
