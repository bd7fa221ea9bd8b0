import { freightEn } from './freight.en.ts'
import { rateRuleEn } from './rate-rule.en.ts'
import type { Words } from './words.ts'

export const en: Words = {
  status: {
    registered: 'Registered',
    'pre-posted': 'Pre-posted',
    posted: 'Posted',
    'in-transit': 'In transit',
    'out-for-delivery': 'Out for delivery',
    'awaiting-pickup': 'Awaiting pickup',
    'delivery-failed': 'Delivery attempt failed',
    suspended: 'Suspension requested',
    returning: 'Returning',
    returned: 'Returned',
    delivered: 'Delivered',
    customs: 'In customs',
    exception: 'Problem',
    lost: 'Lost',
    cancelled: 'Cancelled',
  },
  column: {
    id: 'Internal no.',
    code: 'Tracking code',
    carrier: 'Carrier',
    orderNumber: 'Order',
    channel: 'Channel',
    recipientName: 'Recipient',
    email: 'E-mail',
    phone: 'Phone',
    document: 'Tax ID',
    street: 'Street',
    streetNumber: 'House number',
    complement: 'Address line 2',
    district: 'District',
    city: 'City',
    state: 'State',
    postalCode: 'Postal code',
    country: 'Country',
    weightG: 'Weight (g)',
    lengthMm: 'Length (mm)',
    widthMm: 'Width (mm)',
    heightMm: 'Height (mm)',
    declaredValue: 'Declared value',
    currency: 'Currency',
    service: 'Service',
    items: 'Items',
    invoiceNumber: 'Invoice number',
    invoiceKey: 'Invoice key',
    postedOn: 'Posting date',
    shopPromisedOn: 'Promised to the customer',
    note: 'Note',
    status: 'Status',
    statusAt: 'Status since',
    promisedOn: 'Promised for',
    forecastOn: 'Forecast by Despacho',
    lastEventAt: 'Last event at',
    lastEventText: 'Last event',
    lastEventPlace: 'Place of last event',
    deliveredAt: 'Delivered at',
    watch: 'Tracking',
    checkedAt: 'Checked at',
    nextCheckAt: 'Next check',
    checkFailure: 'Failure of last check',
    createdAt: 'Imported at',
    updatedAt: 'Changed at',
    late: 'Late',
    stalledDays: 'Business days without movement',
  },
  watch: { watched: 'Tracked', ended: 'Ended', silent: 'Carrier silent', untracked: 'Not tracked' },
  importField: {
    code: 'Tracking code',
    carrier: 'Carrier',
    orderNumber: 'Order number',
    channel: 'Sales channel',
    recipientName: "Recipient's name",
    email: 'E-mail',
    phone: 'Phone',
    document: 'Tax ID (CPF, CNPJ)',
    street: 'Street',
    streetNumber: 'House number',
    complement: 'Address line 2',
    district: 'District',
    city: 'City',
    state: 'State',
    postalCode: 'Postal code',
    country: 'Country',
    weight: 'Weight',
    length: 'Length',
    width: 'Width',
    height: 'Height',
    dimensions: 'Dimensions (L x W x H)',
    declaredValue: 'Declared value',
    service: 'Service',
    items: 'Items',
    invoiceNumber: 'Invoice number',
    invoiceKey: 'Invoice key',
    postedOn: 'Posting date',
    shopPromisedOn: 'Promised to the customer',
    note: 'Note',
  },
  reason: {
    'code-missing': 'The row has no tracking code. Fill in the code or delete the row.',
    'code-check-digit':
      'The check digit of the code is wrong: with these numbers the code would be {expected}. Compare it with the label.',
    'code-scientific':
      'The spreadsheet program rounded the code and its last digits are lost. Format the column as text and copy the code from its source again.',
    'code-leading-zeros':
      'The code has {digits} digits and should have {expected}: the spreadsheet program dropped the zeros in front. Format the column as text and fill in the whole code.',
    'code-unknown-format':
      'The code has the format of no known carrier. Correct the code, or choose to keep unknown codes.',
    'code-ambiguous':
      'More than one carrier uses codes of this format ({carriers}). Name the carrier in a column or choose one for the whole file.',
    'code-twice-in-file': 'The same code is already in line {line} with other data. Keep only one of the lines.',
    'carrier-unknown': 'This carrier is not known. Known carriers: {carriers}.',
    'document-check-digit': 'The check digits of the {kind} are wrong. Confirm the number with the recipient.',
    'document-format':
      'The value is neither a CPF (11 digits) nor a CNPJ (14 characters). Correct the number or empty the cell.',
    'email-format': "The value is not an e-mail address such as name{'@'}example.com. Correct it or empty the cell.",
    'postal-code-format':
      'The postal code has the wrong form; a Brazilian CEP has eight digits, such as 01310-100. Correct it or empty the cell.',
    'country-format':
      'The country was not recognised. Use its name or its two letters, such as BR. Correct it or empty the cell.',
    'weight-format': 'The weight could not be read. Use a number such as 0.350 or 350 g, up to 1,000 kg.',
    'length-format':
      'The measure could not be read. Use a number such as 20 or 20.5 cm, up to 10 m; three measures in one cell as 20 x 15 x 10.',
    'value-format': 'The amount could not be read. Use a number such as 1234.56.',
    'date-format': 'The date does not exist or could not be read. Use a form such as 2026-12-31 or 31/12/2026.',
    'invoice-key-check-digit': 'The check digit of the invoice key is wrong. Copy the 44 digits again.',
    'invoice-key-format':
      'The invoice key must have 44 digits; this one has {length}. Format the column as text and copy the whole key.',
    'cell-too-long': 'The text has {length} characters; the limit of this field is {limit}. Shorten the text.',
    'row-width':
      'The row has {cells} columns and the header has {columns}. Check the delimiter and the quotes of the line.',
    'row-malformed':
      'The line could not be read: a quote is opened and not closed, or out of place. Correct the quotes of the line.',
  },
  problem: {
    'file-empty': 'The file is empty. Nothing was imported.',
    'file-gone':
      'The file is no longer there: it was moved or deleted, or its drive was removed. Nothing of it was imported. Choose the file again.',
    'file-locked':
      'Another program is using the file, or its permissions forbid reading it. Close the file in the other program and try again.',
    'file-type':
      'The content of the file is of the type {type}, which is not read. Save the table as XLSX or CSV and import it again.',
    'file-folder': 'This is a folder, not a file. Open the folder and choose the workbook or the text file in it.',
    'file-device':
      'This is not a regular file but a pipe or a device of the system. Save the table as a file and import it again.',
    'file-xls-1997':
      'The file is in the format of Excel 97-2003 (.xls). Open it in Excel or LibreOffice, save it as XLSX and import it again.',
    'file-password':
      'The workbook is protected by a password. Open it, remove the password, save it and import it again.',
    'file-damaged':
      'The file is damaged or incomplete. Nothing was imported. Open it in the program it came from and save a new copy.',
    'file-zip-bomb':
      'Unpacked, the file would exceed {limit} MB, far more than a sheet of parcels takes. It was not opened. Split the sheet or save it as CSV.',
    'file-too-many-columns':
      'The table has {columns} columns; the limit is {limit}. Delete the columns that are not about parcels and import it again.',
    'file-cell-too-large':
      'In line {line}, a cell has more than {limit} thousand characters. Nothing was imported. Look for a quote that is not closed and correct the cell.',
    'file-formulas-without-values':
      'The sheet has formulas whose results were not saved. Open it in Excel or LibreOffice, save it and import it again.',
    'file-no-rows': 'The file has a header but no rows of data. Nothing was imported.',
    'file-sheet-missing': 'The workbook has no sheet {sheet}. Choose one of the sheets that it has.',
    'file-encoding': 'The text is not in the encoding {encoding}. Choose another encoding.',
    'mapping-uncertain':
      'It is not certain which column has the tracking code, or what another column has. Confirm the columns before importing.',
    'mapping-without-code': 'No column was marked as the tracking code. Mark the column and import again.',
    'preset-unfit':
      'The columns of the file are not those of the preset: {missing} is missing. Confirm the columns or choose another preset.',
    'preset-unknown': 'The preset no longer exists. Choose another or confirm the columns.',
  },
  exportProblem: {
    'file-locked':
      'The file was not written: another program has it open, or the folder does not permit writing. Close the file or choose another name.',
    'disk-full': 'The file was not written: the disk is full. Free some space or choose another disk.',
    'too-many-rows': 'There are {rows} rows; a sheet holds {limit}. Split the list with a filter or export it as CSV.',
    'file-type': 'The name of the file must end in .xlsx or .csv.',
  },
  file: {
    parcels: 'Parcels',
    rejected: 'Rejected rows',
    reason: 'Reason for rejection',
    line: 'Line in the file',
    source: 'Source file',
    yes: 'Yes',
    no: 'No',
    unknownCarrier: 'Unknown',
  },
  watchedFolder: {
    done: 'Imported',
    pending: 'Needs attention',
    result: 'result',
    file: 'File',
    when: 'Imported at',
    preset: 'Preset',
    stored: 'New parcels',
    changed: 'Changed parcels',
    unchanged: 'Rows without a change',
    undecided: 'Rows that differ from what is stored, left as they were',
    undecidedNext:
      'To decide about them, import this file on the Import screen. To have them always applied or always ignored, change the preset.',
    rejected: 'Rejected rows',
    rejectedNext:
      'The rejected rows are in the workbook beside this file, with the reasons. Correct them and put the workbook into the watched folder.',
    nothing: 'Nothing of this file was imported.',
    cancelled: 'The import was stopped on request. Put the file into the watched folder again to import it.',
    internal:
      'An error occurred in Despacho. Put the file into the watched folder again. If it goes on, send the logs to support.',
  },
  freight: freightEn,
  rateRule: rateRuleEn,
}
