import { freightErrors, freightErrorsIn } from './errors/freight.ts'
import type { errors as source } from '../pt-BR/errors.ts'
import type { Translation } from '../messages.ts'

export const errors: Translation<typeof source> = {
  'unknown-reason': 'Unknown reason ({code}).',
  invalid_input: {
    what: 'The request did not have the expected form.',
    undone: 'Nothing was changed.',
    next: 'Check the fields and try again. If it goes on, send the details to support.',
  },
  forbidden_sender: {
    what: 'The request did not come from the window of Despacho and was refused.',
    undone: 'Nothing was changed.',
    next: 'Close Despacho and open it again.',
  },
  unknown_procedure: {
    what: 'This version of Despacho does not have this function.',
    undone: 'Nothing was changed.',
    next: 'Close Despacho and open it again. If it goes on, send the details to support.',
  },
  cancelled: {
    what: 'Stopped on request.',
    undone: 'What was left was not done.',
    next: 'It can be started again at any time.',
  },
  internal: {
    what: 'An error occurred in Despacho.',
    undone: 'The action was not completed.',
    next: 'Try again. If it goes on, send the details to support.',
  },
  'parcel-unknown': {
    what: 'This parcel is no longer in the list.',
    undone: 'Nothing was changed.',
    next: 'Search again; it may have been removed.',
  },
  'nothing-to-undo': 'Nothing to undo: only removals and changes of the last 24 hours.',
  'undone-already': {
    what: 'This has been undone already.',
    undone: 'Nothing was changed.',
    next: 'The result is in the list.',
  },
  'undo-expired': {
    what: 'The 24 hours for undoing are over.',
    undone: 'Nothing was changed.',
    next: 'Removed parcels come back by importing the spreadsheet; notes are written again.',
  },
  'undo-erased': {
    what: 'Personal data was erased after this, and erasing is final.',
    undone: 'Nothing was changed.',
    next: 'The log is in Settings, Personal data.',
  },
  'changed-since': {
    what: 'The parcel was changed again after this.',
    undone: 'The newer value stayed.',
    next: 'Earlier values are in the parcel’s history.',
  },
  'person-unknown': {
    what: 'Nothing is stored with this value.',
    undone: 'Nothing was changed.',
    next: 'Check the value; it has to be complete.',
  },
  'no-public-page': {
    what: 'This carrier has no public tracking page.',
    undone: 'Nothing was opened.',
    next: 'The events are in the timeline of the parcel.',
  },
  'demo-not-opened': {
    what: 'The demonstration could not be opened.',
    undone: "One's own data stays open, as it was.",
    next: 'Check that the disk has room and that the data folder may be written, then try again.',
  },
  'own-data-not-opened': {
    what: "One's own data could not be opened.",
    undone: 'The demonstration was opened anew and goes on.',
    next: "Close another Despacho or a command that uses the data folder, then try again. Nothing in one's own data was changed.",
  },
  'carrier-unknown': {
    what: 'This version of Despacho does not know the carrier.',
    undone: 'Nothing was saved.',
    next: 'Choose one of the carriers in the list.',
  },
  'account-unknown': {
    what: 'This account no longer exists.',
    undone: 'Nothing was changed.',
    next: 'Go back to the list of accounts; it may have been removed.',
  },
  'name-taken': {
    what: 'There is already one of that name.',
    undone: 'Nothing was saved.',
    next: 'Choose another name.',
  },
  'field-invalid': {
    what: 'One of the fields was not accepted.',
    undone: 'The account was not saved.',
    next: 'Correct the marked field and save again.',
  },
  'secret-missing': {
    what: 'The password of this account is missing.',
    undone: 'The account was not saved.',
    next: 'Enter the password or access code and save again.',
  },
  'keychain-unavailable': {
    what: 'The keychain of the system did not answer.',
    undone: 'The password was not kept anywhere and the account was not changed.',
    next: 'Unlock the keychain (on Linux the Secret Service, such as GNOME Keyring) and try again.',
  },
  'cursor-invalid': {
    what: 'The list changed its order while it was read.',
    undone: 'The next page was not shown.',
    next: 'Go back to the beginning of the list.',
  },
  'disk-full': {
    what: 'The disk is full.',
    undone: 'The file was not written.',
    next: 'Free some space and try again.',
  },
  'backup-unsound': {
    what: 'The backup was made but did not pass its check.',
    undone: 'The backup was thrown away; the data in use was not touched.',
    next: 'Run the check of the data in the settings and send its result to support.',
  },
  'copy-gone': {
    what: 'The file is not there any more.',
    undone: 'Nothing was changed.',
    next: 'Choose another backup of the list or another file.',
  },
  'copy-in-use': {
    what: 'The file is open in another Despacho.',
    undone: 'Nothing was changed.',
    next: 'Close the other one, or write a file there in Settings, Change computers.',
  },
  'copy-newer': {
    what: 'The file was written by a newer version of Despacho.',
    undone: 'Nothing was changed.',
    next: 'Install the newer version here and try again.',
  },
  'copy-damaged': {
    what: 'The file is damaged: it did not pass the check.',
    undone: 'Nothing was changed.',
    next: 'Choose another backup, or copy the file from the other computer once more.',
  },
  'copy-unreadable': {
    what: 'The file could not be read or copied to the data folder.',
    undone: 'Nothing was changed.',
    next: 'Check that the file may be read and that the disk has room, then try again.',
  },
  'not-a-store': {
    what: 'The file is no copy of Despacho.',
    undone: 'Nothing was changed.',
    next: 'Choose a file written in Settings, Change computers, or a backup of the folder backups.',
  },
  'place-unwritable': {
    what: 'Nothing could be written in that place.',
    undone: 'The file was not written.',
    next: 'Choose another folder, or check that the memory stick may be written to.',
  },
  'folder-gone': {
    what: 'The folder can’t be reached.',
    undone: 'Files stay where they are.',
    next: 'Confirm that the folder exists and that its disk or network is connected, or choose another.',
  },
  'folder-unwritable': {
    what: 'Nothing can be written in the folder.',
    undone: 'Nothing was imported from it: imported files have to be moved to a subfolder.',
    next: 'Allow writing in the folder, or choose another.',
  },
  'folder-of-despacho': {
    what: 'This folder is Despacho’s own.',
    undone: 'The folder was not changed.',
    next: 'Choose a folder outside of the data folder.',
  },
  'no-watched-folder': {
    what: 'No folder was chosen.',
    undone: 'Nothing was imported.',
    next: 'Choose a folder in Settings, Watched folder.',
  },
  'in-demonstration': {
    what: 'This is not done in the demonstration.',
    undone: 'Nothing was changed.',
    next: 'Leave the demonstration and try again.',
  },
  'collection-gone': {
    what: 'Data was collected anew since.',
    undone: 'The file was not saved.',
    next: 'Collect the data again and save.',
  },
  ...freightErrors,
  carrier: {
    unreachable: 'The carrier could not be reached over the network.',
    timeout: 'The carrier took too long to answer.',
    down: 'The carrier is down.',
    'rate-limited': 'The carrier asked for fewer requests a minute.',
    'malformed-answer': 'The carrier gave an answer that was not understood.',
    rejected: 'The carrier refused the request.',
    credentials: 'The carrier refused the user or the password.',
    'credentials-expired': 'The access code for the carrier has expired.',
    'not-enabled': 'Tracking is not granted in the contract.',
    'posting-card-unknown': 'The carrier did not find the posting card.',
    'clock-wrong': 'The clock of this computer is wrong and the carrier refuses access.',
    'left-alone': 'After failing repeatedly, the carrier is not asked for a while.',
    cancelled: 'The request was stopped.',
  },
  in: {
    ...freightErrorsIn,
    support: {
      save: {
        'file-locked': {
          what: 'Nothing could be written in that place.',
          undone: 'The file was not saved.',
          next: 'Choose another folder, or close the program that has the file open.',
        },
      },
    },
    files: {
      reveal: {
        'file-gone': {
          what: 'The file is no longer in its folder.',
          undone: 'The folder was not opened.',
          next: 'It may have been moved or deleted. Export again.',
        },
      },
    },
    accounts: {
      save: {
        'name-taken': {
          what: 'There is already an account of that name.',
          undone: 'The account was not saved.',
          next: 'Choose another name.',
        },
      },
      remove: {
        'account-in-use': {
          what: 'Watched parcels depend on the account “{name}”: {count}.',
          undone: 'The account was not removed.',
          next: 'Move them to another account of the same carrier or stop watching them; the removal dialog offers both.',
        },
        'keychain-unavailable': {
          what: 'The keychain of the system did not answer.',
          undone: 'The account was not removed, so that the password is not left behind.',
          next: 'Unlock the keychain and remove it again.',
        },
      },
    },
    views: {
      save: {
        'name-taken': {
          what: 'There is already a view of that name.',
          undone: 'The view was not saved.',
          next: 'Choose another name.',
        },
      },
    },
    imports: {
      savePreset: {
        'name-taken': {
          what: 'There is already a column preset of that name.',
          undone: 'The preset was not saved.',
          next: 'Choose another name.',
        },
      },
    },
  },
}
