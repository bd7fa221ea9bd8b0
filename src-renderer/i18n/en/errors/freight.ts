import type { freightErrors as source, freightErrorsIn as sourceIn } from '../../pt-BR/errors/freight.ts'
import type { Translation } from '../../messages.ts'

export const freightErrors: Translation<typeof source> = {
  'no-quoting-account': {
    what: 'No account quotes freight.',
    undone: 'Nothing was quoted.',
    next: 'Connect the contract of Correios in Accounts.',
  },
  'origin-missing': {
    what: 'The origin CEP is missing.',
    undone: 'Nothing was quoted.',
    next: 'Enter the origin CEP in the account or in the quote.',
  },
  'quote-job-unknown': {
    what: 'This bulk quote is no longer there.',
    undone: 'Nothing was changed.',
    next: 'Begin another one.',
  },
  'quote-job-running': {
    what: 'This bulk quote is under way already.',
    undone: 'Nothing was changed.',
    next: 'Follow it, or stop it first.',
  },
  'sandbox-not-running': {
    what: 'The account is of the simulated carrier, which is not running.',
    undone: 'Nothing was quoted.',
    next: 'Open the demonstration, or choose another environment in the account.',
  },
  'too-many-shipments': {
    what: 'There are more than {limit} shipments.',
    undone: 'Nothing was quoted.',
    next: 'Divide the file, or use a filter.',
  },
  'no-shipments': {
    what: 'There is no shipment.',
    undone: 'Nothing was quoted.',
    next: 'Confirm the file or the period.',
  },
  'columns-missing': {
    what: 'The file needs a column with the destination CEP and one with the weight.',
    undone: 'Nothing was quoted.',
    next: 'Give the columns the titles CEP and Weight and try again.',
  },
  'table-unknown': {
    what: 'This freight table no longer exists.',
    undone: 'Nothing was changed.',
    next: 'Refresh the list; it may have been removed.',
  },
  'freight-columns': {
    what: 'The file does not have the columns of a freight table. Missing: {missing}.',
    undone: 'Nothing was imported.',
    next: 'Give the columns these titles, in one row, and import again.',
  },
  'freight-weight-unit': {
    what: 'It is not certain whether the weights are in grams or kilograms.',
    undone: 'Nothing was imported.',
    next: 'Choose the unit, or write (g) or (kg) in the titles of the weight columns.',
  },
  'freight-too-long': {
    what: 'The table has more than {limit} rows.',
    undone: 'Nothing was imported.',
    next: 'Split the table by service or region and import the parts.',
  },
  'rule-empty': {
    what: 'Rule {rule} has a condition without a value ({field}).',
    undone: 'The rules were not saved.',
    next: 'Fill in the condition or take it out of the rule.',
  },
  'rule-order': {
    what: 'In rule {rule}, a range ends before it begins ({field}).',
    undone: 'The rules were not saved.',
    next: 'Correct the beginning or the end of the range.',
  },
}

export const freightErrorsIn: Translation<typeof sourceIn> = {
  freightTables: {
    import: {
      'name-taken': {
        what: 'A freight table with this name already exists.',
        undone: 'The table was not imported.',
        next: 'Choose another name, or replace the existing table.',
      },
    },
    export: {
      'file-locked': {
        what: 'It was not possible to write there.',
        undone: 'The file was not written.',
        next: 'Choose another folder, or close the program that has the file open.',
      },
      'file-type': {
        what: 'The file name must end in .xlsx.',
        undone: 'The file was not written.',
        next: 'Choose another name.',
      },
    },
  },
}
