import type { QuickIssue } from '@ourmoney/shared/capture/reading.ts'
import type { ProblemCode } from '@ourmoney/shared/identity/api.ts'
import type { PasskeyErrorCode } from '../../session/passkey-error.ts'
import type { JoinIssue } from '@ourmoney/shared/transaction/join-pair.ts'
import type { DraftIssue } from '@ourmoney/shared/transaction/parse-draft.ts'

/** What a person reads when something is wrong: a new code does not compile until it has words. */
export const problems = {
  server_unreachable:
    'The server cannot be reached. Nothing is lost; try again when it is back.',
  'server_bad-request':
    'The server did not understand that. Update the app and try again.',
  'server_bad-credentials': 'Name or password is not right.',
  'server_second-factor-needed': 'Type the code from your app as well.',
  'server_second-factor-is-on':
    'Codes from an app are on already. Turn them off first.',
  'server_wrong-code': 'This code is not right, or was used already.',
  'server_wrong-passkey': 'The server does not know this passkey.',
  'server_wrong-password': 'That is not your password.',
  'server_not-confirmed': 'Confirm with your password first.',
  'server_not-signed-in': 'Sign in first.',
  'server_session-ended': 'Your session has ended. Sign in again.',
  'server_wipe-device': 'This device was told to forget what it has.',
  server_forbidden: 'You may not do that here.',
  'server_not-found': 'The server does not know that.',
  'server_already-set-up': 'This server is set up already. Sign in instead.',
  'server_wrong-set-up-link':
    'This set-up link is not valid. The right one is in the output of the server.',
  'server_wrong-reset-link':
    'This link was used or has expired. Ask for a new one.',
  'server_last-admin':
    'A server needs an admin. Make somebody else admin first.',
  'server_common-password':
    'Too many people use this password. Choose another.',
  'server_ledger-taken': 'This ledger belongs to somebody else on the server.',
  'server_registration-closed':
    'Nobody can register here without an invitation.',
  'server_name-taken': 'Somebody has that name. Choose another.',
  'server_invitation-gone':
    'This invitation was used, withdrawn or has expired. Ask for a new one.',
  'server_last-owner':
    'A ledger needs an owner. Make somebody else owner first.',
  'server_ledger-deleted': 'This ledger was deleted on the server.',
  'server_too-large': 'That is too large for the server.',
  'server_too-many-requests': 'Too many tries. Wait a moment, then try again.',
  'server_unsupported-media-type': 'The server did not understand that.',
  'server_wrong-origin': 'This page does not come from that server.',
  server_stale: 'Somebody else changed it meanwhile. Try again.',
  'server_precondition-required': 'The server did not understand that.',
  'server_precondition-failed':
    'Somebody else changed it meanwhile. Try again.',
  'server_key-reused': 'The server was asked for something else before.',
  server_refused: 'The server cannot store this as it is.',
  server_reconciled: 'A statement was reconciled with it.',
  'server_ledger-full': 'The server has no room left for this ledger.',
  'server_ledger-quarantined': 'The server is repairing this ledger.',
  'server_disk-full':
    'The server has no room left. Nothing is lost; it goes on when there is room.',
  'server_no-storage':
    'The server cannot reach its database. Try again in a moment.',
  server_overloaded: 'The server has too much to do. Try again in a moment.',
  'server_wrong-backup': 'This backup is damaged or of another server version.',
  'server_too-many-webhooks':
    'You have five webhooks in this ledger, which is the most. Revoke one first.',
  'server_wrong-address':
    'This address cannot be told. It has to begin with https:// and lead to a public server.',
  'server_shutting-down': 'The server is restarting. Try again in a moment.',
  server_internal: 'The server failed. Try again; its log says more.',
  passkey_cancelled:
    'Your device gave no passkey: it was cancelled, took too long, or there is none for this server.',
  'passkey_already-there': 'This device has a passkey for you already.',
  draft_empty: 'Write an amount.',
  'draft_not-an-amount':
    'This is not an amount. Write a number or a sum: 12.50+3*2',
  'draft_division-by-zero': 'Nothing can be divided by zero.',
  'draft_too-large': 'This amount is too large.',
  draft_zero: 'The amount is zero.',
  draft_negative:
    'Write an amount above zero. To move money the other way, swap the accounts.',
  'draft_unknown-type': 'Choose expense, income or transfer.',
  'draft_no-description': 'Write what it was for.',
  'draft_too-long': 'This text is too long.',
  'draft_no-date': 'Choose a date.',
  'draft_not-a-date': 'There is no such day.',
  'draft_same-account': 'Choose another account: money moves between two.',
  'draft_no-account': 'Choose an account.',
  'draft_too-many': 'These are too many: 50 tags at most.',
  'draft_unknown-name': 'Nothing here is called “{{text}}”.',
  'draft_too-many-parts': 'These are too many parts: 100 at most.',
  'draft_not-a-percent': 'Write a percentage, like 30 or 12.5.',
  'draft_not-a-weight': 'Write a whole number, like 1 or 2.',
  'draft_zero-part': 'This part is zero. Give it an amount or remove it.',
  'draft_parts-left': '{{amount}} is in no part yet.',
  'draft_parts-over': 'The parts are {{amount}} too much.',
  'draft_percent-left': '{{amount}} is in no part yet.',
  'draft_percent-over': 'The parts are {{amount}} too much.',
  draft_nobody: 'Choose at least one person.',
  'draft_shares-left': '{{amount}} is nobody’s share yet.',
  'draft_shares-over': 'The shares are {{amount}} too much.',
  'draft_shares-twice':
    'Exact amounts are for the whole. Choose them for the whole or for single parts.',
  'join_is-transfer': 'One of them is a transfer already.',
  'join_same-direction':
    'A transfer needs one that leaves an account and one that enters another.',
  'join_no-account': 'Give both an account first.',
  'join_same-account': 'Both are in the same account: money moves between two.',
  'join_amounts-differ': 'Their amounts differ.',
  'quick_not-an-amount': 'There is no amount that can be read in it.',
  'quick_division-by-zero': 'Nothing can be divided by zero.',
  'quick_too-large': 'This amount is too large.',
  quick_empty: 'Write an amount and what it was for.',
  'quick_no-amount': 'Write an amount with it.',
  'quick_several-amounts':
    'There is more than one amount. Press the amount to choose, or write a line for each.',
  quick_zero: 'The amount is zero.',
  'quick_no-description': 'Write what it was for.',
  'quick_not-a-date': 'There is no such day.',
  'quick_unknown-account': 'No account is called that.',
  'quick_no-account': 'Write from which account to which.',
  'quick_same-account': 'Choose another account: money moves between two.',
  'quick_two-currencies':
    'The accounts have different currencies. Open all fields and write both amounts.',
  'quick_too-long': 'This text is too long.',
  'ledger_storage-full':
    'Not saved: this device has no room left. What you typed is still here; free some space and save again.',
  'ledger_storage-gone':
    'Not saved: the browser cannot reach its storage; perhaps the disk is full. What you typed is still here; free some space and save again.',
  'ledger_storage-unavailable': 'This browser keeps no data for this site.',
  ledger_invalid: 'This cannot be stored as it is.',
  'ledger_not-found': 'It is not here any more.',
  'ledger_in-use': 'It is in use, so it cannot be deleted.',
  ledger_locked:
    'A statement was reconciled with it, so it changes only when you say so.',
  'ledger_read-only':
    'You can read this ledger, not change it. Ask an owner to make you an editor.',
  'ledger_not-an-export': 'This is not a file that we know.',
  'ledger_receipt-unreadable':
    'This is no photo that this device can read, and no PDF. Take it as JPEG or PNG.',
  'ledger_receipt-too-large':
    'This is too large: photos up to 30 MB, PDFs up to 5 MB.',
  'ledger_receipts-full':
    'The receipts of this ledger have reached 500 MB. Delete some first.',
  'ledger_receipt-away':
    'It is not on this device. Connect to the server to fetch it.',
  'ledger_receipt-damaged': 'This is not what was kept; it is not shown.',
  ledger_unreachable:
    'The server did not answer for this ledger. Nothing was changed; try again when it can be reached and you are signed in.',
  'ledger_not-rescued':
    'This device has changes that the server lacks. Save a rescue file of them first.',
  'ledger_not-a-rescue':
    'This is neither a rescue file nor a backup. Choose one that this app has saved.',
  'ledger_needs-password': 'This backup has a password. Type it.',
  'ledger_wrong-password':
    'This password does not open the file. If it is the right one, the file was damaged or changed; take another copy of it.',
  'ledger_file-damaged':
    'The file is not whole, or was changed since it was saved. What is in the ledger is safe. Take another copy of the file, or an older backup.',
  'ledger_other-ledger':
    'This rescue file is of another ledger. Open that ledger and read it there.',
} as const satisfies Record<
  | `server_${ProblemCode | 'unreachable'}`
  | `passkey_${PasskeyErrorCode}`
  | `draft_${DraftIssue['code']}`
  | `join_${JoinIssue}`
  | `quick_${QuickIssue['code']}`
  | `ledger_${
      | 'storage-full'
      | 'storage-gone'
      | 'storage-unavailable'
      | 'invalid'
      | 'not-found'
      | 'in-use'
      | 'locked'
      | 'read-only'
      | 'not-an-export'
      | 'receipt-unreadable'
      | 'receipt-too-large'
      | 'receipts-full'
      | 'receipt-away'
      | 'receipt-damaged'
      | 'unreachable'
      | 'not-rescued'
      | 'not-a-rescue'
      | 'other-ledger'
      | 'needs-password'
      | 'wrong-password'
      | 'file-damaged'}`,
  string
>
