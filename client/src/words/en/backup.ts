export const backup = {
  title: 'Backup',
  words:
    'One file with all of this ledger: every record with its history, what was deleted, and the receipts. Restored on any device, it goes on as if nothing had happened.',
  last_one: 'The last backup was {{count, number}} day ago.',
  last_other: 'The last backup was {{count, number}} days ago.',
  lastToday: 'The last backup was today.',
  none: 'There is no backup of this ledger from this device yet.',
  password: 'Password for the file (optional)',
  passwordNote:
    'Without one, whoever has the file can read the ledger. With one, nobody can open it once the password is forgotten.',
  again: 'The same password again',
  differs: 'This is not the same password.',
  save: 'Save a backup',
  writing: 'Writing the backup',
  saved_one: '{{name}} is saved, with {{count, number}} record',
  saved_other: '{{name}} is saved, with {{count, number}} records',
  auto: 'Backup every day',
  autoWords:
    'Into a folder of this device, once a day while the app is open. The last 7 are kept; they have no password.',
  chooseFolder: 'Choose a folder',
  autoOn: 'Every day into the folder {{name}}; the last 7 are kept.',
  stopAuto: 'Stop',
  folderAsks:
    'The browser wants to be asked again before the daily backup may write into {{name}}.',
  folderGone:
    'The daily backup could not write into {{name}}. Is the folder still there, and is there room?',
  allow: 'Allow',
  due_one: 'The last backup of this ledger was {{count, number}} day ago.',
  due_other: 'The last backup of this ledger was {{count, number}} days ago.',
  dueFirst:
    'This ledger is on this device only, and no backup of it was made yet.',
  make: 'Make a backup',

  restoreTitle: 'Restore a backup',
  restoreWords:
    'What is missing here is added, and nothing comes twice. A backup of another ledger is opened as a ledger of its own.',
  choose: 'Choose a backup',
  reading: 'Reading the file',
  opens: 'Password of the file',
  open: 'Open',
  of: 'Ledger {{name}}',
  savedAt: 'Saved on {{when}}',
  records_one: '{{count, number}} record',
  records_other: '{{count, number}} records',
  withReceipts: 'with receipts',
  isThis: 'It is this ledger. What is missing here is added.',
  isHere:
    'This ledger is on this device. It is opened, and what is missing is added.',
  isNew:
    'This ledger is not on this device yet. It is opened as a ledger of its own.',
  whoAreYou: 'Which of them are you?',
  nobody: 'None of them',
  bringMissing: 'Add what is missing',
  restore: 'Restore',
  restoring: 'Restoring',
  other: 'Choose another file',
  stopped: 'Stopped. No ledger was made; the same file can be restored again.',
} as const
