/** Columns that a file of a table has, in their order; `words.freight.column` has their titles. */
export const sampleColumns = ['service', 'fromCep', 'toCep', 'fromWeight', 'toWeight', 'price', 'days'] as const

/** Two rows as they may stand in a file, the service's name apart. */
export const sampleRows = [
  ['01000-000', '05999-999', '0', '300', '11,90', '2'],
  ['01000-000', '05999-999', '300', '1000', '14,90', '2'],
] as const

/** Titles and rows as spreadsheet programs take them from the clipboard. */
export const sampleText = (titles: readonly string[], service: string): string =>
  [titles, ...sampleRows.map((row) => [service, ...row])].map((cells) => cells.join('\t')).join('\n')
