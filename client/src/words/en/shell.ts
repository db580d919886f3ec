export const shell = {
  home: 'Home',
  transactions: 'Transactions',
  shopping: 'Shopping',
  files: 'Files',
  settings: 'Settings',
  more: 'More',
  navigation: 'Main',
  addTransaction: 'Add transaction',
  ledgers: 'Ledgers',
  switchLedger: 'Switch ledger',
  allLedgers: 'All ledgers',
  startAnother: 'Start another ledger',
  signIn: 'Sign in',
  skip: 'Skip to content',
  opening: 'Opening your ledger',
  commands: 'Commands',
  commandsHint: 'Find anything: a screen, an action, a category, a transaction',
  nothingFound: 'Nothing found',
  localOnly: 'On this device',
  syncing: 'Syncing',
  upToDate: 'Synced',
  offline: 'Offline',
  needsSignIn: 'Sign in to sync',
  noAccess: 'No access',
  ledgerDeleted: 'Deleted on the server',
  quarantined: 'Server is repairing this ledger',
  ledgerFull: 'Server is full',
  tooManyMerges: 'Two devices disagree',
  storageFull: 'Storage is full',
  storageGone: 'Storage fails',
  firstSync: 'Fetching your ledger',
  ofRecords: '{{done}} of {{all}}',
  pending_one: '{{count, number}} pending',
  pending_other: '{{count, number}} pending',
  refused_one: '{{count, number}} refused',
  refused_other: '{{count, number}} refused',
  localOnlyWords:
    'This ledger lives on this device only. Sign in to a server to have it on others.',
  offlineWords:
    'The server cannot be reached. Everything is saved on this device and is sent when it is back.',
  needsSignInWords:
    'Your session on the server has ended. Everything is saved on this device; sign in to go on syncing.',
  noAccessWords:
    'The server no longer lets you into this ledger. What is on this device stays readable and can be exported.',
  ledgerDeletedWords:
    'An owner deleted this ledger on the server. What is on this device stays readable and can be exported.',
  storageGoneWords:
    'The browser cannot read all that it stores of this ledger. If the disk is full, free some space; an export has no notes and no history meanwhile. If this stays, repair it: what can be read is kept, and a server brings the rest.',
  damaged_one:
    '{{count, number}} record is damaged on this device: {{names}}. Repair brings back its last version that can be read here or on the server.',
  damaged_other:
    '{{count, number}} records are damaged on this device: {{names}}. Repair brings back their last versions that can be read here or on the server.',
  newer_one:
    '{{count, number}} record was made by a newer version of the app and is kept as it is: {{names}}. Update to see it.',
  newer_other:
    '{{count, number}} records were made by a newer version of the app and are kept as they are: {{names}}. Update to see them.',
  repair: 'Repair',
  repaired: 'Repaired',
  repairLacks_one:
    'Repaired. {{count, number}} record has no readable version on this device: {{names}}',
  repairLacks_other:
    'Repaired. {{count, number}} records have no readable version on this device: {{names}}',
  storageFullWords:
    'This device has no room left. Nothing that was saved is lost and it can still be read. Free some space, or export the ledger from Files.',
  lost_one:
    'The browser cleared its storage. {{count, number}} change that no server had yet is gone.',
  lost_other:
    'The browser cleared its storage. {{count, number}} changes that no server had yet are gone.',
  onlyHere:
    'Only this browser has this ledger, and it may clear it when the disk is full. Export a file now and then, or sign in to a server.',
  pendingLong_one:
    '{{count, number}} change has been on this device alone for more than a day, and the browser may clear it when the disk is full.',
  pendingLong_other:
    '{{count, number}} changes have been on this device alone for more than a day, and the browser may clear them when the disk is full.',
  notNow: 'Not now',
  updateReady: 'A new version is ready',
  update: 'Update',
  goHome: 'Go to Home',
  goTransactions: 'Go to Transactions',
  goFiles: 'Go to Files',
  goCurrencies: 'Go to Currencies',
  goSettings: 'Go to Settings',
  syncNow: 'Sync now',
  darkTheme: 'Dark theme',
  lightTheme: 'Light theme',
  systemTheme: 'Theme of the system',
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
  categoryAs: 'Category: {{name}}',
  filterAs: 'Saved filter: {{name}}',
  memberAs: 'Member: {{name}}',
  accountAs: 'Account: {{name}}',
  shortcuts: 'Keyboard shortcuts',
  keySearch: 'Search',
  keyNew: 'New transaction',
  keyQuick: 'Quick add, in words',
  keyMove: 'Move down and up',
  keyAgain: 'Again today, of an open record',
  keySelect: 'Select',
  keyOpen: 'Open',
  keyEdit: 'Edit',
  keyDelete: 'Delete',
  keyUndo: 'Undo',
  keyRedo: 'Redo',
  keyPalette: 'Commands',
  keyHelp: 'This list',
  insecure: 'This address is not secure',
  insecureWords:
    'Browsers let an app work offline only from https or from localhost. Give the server a certificate (TLS_CERT and TLS_KEY), put a reverse proxy such as Caddy in front of it, or open it through a tunnel.',
  noStorage: 'This browser keeps nothing',
  noStorageWords:
    'OurMoney keeps your ledger in the browser’s storage, which is switched off here. Leave private browsing or allow site data, then load again.',
} as const
