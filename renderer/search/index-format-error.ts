/** The index on disk cannot be read: damaged, or written by a newer program. It has to be built again. */
export class IndexFormatError extends Error {
  override readonly name = 'IndexFormatError'
}
