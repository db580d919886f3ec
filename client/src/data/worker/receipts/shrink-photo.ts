import { LedgerError } from '../../ledger-error.ts'

/** The longer side: small print of a till receipt is still read well. */
const mostPixels = 2_000
const quality = 0.8

/**
 * A photo as a JPEG that is no larger than a receipt needs, upright and
 * without what a camera writes beside the picture, its place above all.
 * Throws LedgerError `receipt-unreadable`.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const bitmap = await decode(file)
  try {
    const { width, height } = bitmap
    const scale = Math.min(1, mostPixels / Math.max(width, height))
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
    )
    const context = canvas.getContext('2d')
    if (context === null) throw new LedgerError('receipt-unreadable', 'canvas')
    // JPEG knows no transparency; it would be black.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    return await canvas.convertToBlob({ type: 'image/jpeg', quality })
  } finally {
    bitmap.close()
  }
}

async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch (cause) {
    throw new LedgerError('receipt-unreadable', 'no photo', cause)
  }
}
