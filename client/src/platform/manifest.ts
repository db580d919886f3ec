/**
 * Offers the app for installing in a language. A manifest has words of one
 * language only, so each has its own; all are of the same app, by their id.
 */
export function offerIn(language: string): void {
  const link = document.querySelector('link[rel="manifest"]')
  const path =
    language === 'en'
      ? '/manifest.webmanifest'
      : `/manifest-${language}.webmanifest`
  // Even the same one again would be fetched again.
  if (link?.getAttribute('href') !== path) link?.setAttribute('href', path)
}
