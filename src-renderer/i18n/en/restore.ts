import type { restore as source } from '../pt-BR/restore.ts'
import type { Translation } from '../messages.ts'

export const restore: Translation<typeof source> = {
  button: 'Restore…',
  buttonOf: 'Restore the backup of {when}',
  fromFile: 'Restore from a file…',
  title: 'Restore a backup',
  titleFile: 'Bring the data of another computer',
  text: "The copy is opened and checked before anything is replaced. Today's data is kept in a backup.",
  looking: 'The copy is being opened and checked…',
  restoring: "A backup of today's data, then the exchange. Despacho opens again after that.",
  takenAt: 'Made on',
  parcels: 'Parcels',
  accounts: 'Accounts',
  size: 'Size',
  version: 'Format of the data',
  losing: 'What will not be in the data in use any more',
  lostParcels: '{count} parcel that the copy does not have | {count} parcels that the copy does not have',
  lostChanged: 'what changed since then in {count} parcel | what changed since then in {count} parcels',
  lostAccounts: '{count} account | {count} accounts',
  lostNothing: 'Nothing of today is missing in the copy.',
  lostUnknown: 'The data in use is damaged and could not be compared with the copy.',
  kept: 'All of it stays in the backup “Before restoring”, which is made now and can be restored later.',
  secrets:
    'Passwords are no part of the copy. What is in the keychain serves only accounts that are still the same; the others ask for the password again.',
  confirm: 'Restore the copy of {when}',
  inDemo: 'Nothing is restored in the demonstration: the sample data is thrown away on leaving.',
  done: {
    title:
      'Data restored: the copy of {when} is in use, with {count} parcel. | Data restored: the copy of {when} is in use, with {count} parcels.',
    safety: 'The data from before is in Settings, Backups, as “Before restoring”.',
    secrets: '{count} account needs its password again. | {count} accounts need their passwords again.',
    accounts: 'Enter the passwords',
    seen: 'Understood',
  },
  move: {
    one: 'Write the file on this computer',
    oneText:
      'A whole, checked copy in a chosen place, such as a memory stick. Work may go on, but later changes do not travel along.',
    write: 'Write file…',
    written: 'File written and checked: {count} parcel, {size}. | File written and checked: {count} parcels, {size}.',
    reveal: 'Show in folder',
    two: 'Take the file to the other computer',
    twoText: 'It holds names and addresses of customers: after the move it should be deleted from the memory stick.',
    three: 'Bring it in on the other computer',
    threeText: 'At the first start, or here, on this same screen. The file is checked and what changes is shown first.',
    bring: 'Bring from another computer…',
    four: 'Enter the passwords',
    fourText:
      'Passwords stay in the keychain of the other computer and do not travel. Accounts shows which are missing.',
    accounts: 'See the accounts',
    inDemo: 'In the demonstration there is no data of one’s own to take along.',
  },
  start: {
    title: 'Go on with the work of another computer',
    text: 'The file is written there, in Settings, Change computers. Passwords are entered again afterwards.',
    button: 'Bring from another computer',
  },
}
