/** Two names that fold alike belong to one person: "Ann", "ann " and "Ａnn". */
export function foldName(name: string): string {
  // Upper case first, because only it folds "ß" and final "ς" together with their kin.
  return name
    .normalize('NFKC')
    .trim()
    .replace(/\s+/gu, ' ')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
}

/** Without control, invisible or unassigned characters, which could pass for another name. */
export function isUserName(name: string): boolean {
  return foldName(name) !== '' && !/\p{C}/u.test(name)
}
