/** Longer than this no complaint about an answer needs to be. */
const longest = 160

/**
 * What was wrong with an answer, in the few words that are counted: without tracking codes and other long numbers, so that
 * the same fault of many parcels is one line, and nothing of any parcel stands in what is sent to the maintainers.
 */
export const malformedKind = (message: string): string =>
  message.replace(/\b[A-Z]{0,2}\d{6,}[A-Z]{0,2}\b/gi, '…').slice(0, longest)
