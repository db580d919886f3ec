/** Two names that fold alike belong to one person: "Ann", "ann " and "Ａnn". */
export function foldName(name: string): string {
  // Only upper case folds "ß" and final "ς" together with their kin, and only lower case leads "ẞ" there.
  return name
    .normalize('NFKC')
    .trim()
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
}

/** Without control, invisible or unassigned characters, which could pass for another name. */
export function isUserName(name: string): boolean {
  return foldName(name) !== '' && !/\p{C}/u.test(name)
}
