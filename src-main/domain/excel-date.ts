const dayMs = 86_400_000
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)

/** Largest serial number: 9999-12-31. */
const lastSerial = 2_958_465

/**
 * The ISO form of a serial date number, with the time when there is one; null for what is no date. Numbers below 61 differ by
 * one day because Excel believes in 29 February 1900.
 */
export function excelDateText(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastSerial) return null
  const days = !date1904 && serial > 0 && serial < 60 ? serial + 1 : serial
  const ms = Math.round((days * dayMs) / 1000) * 1000 + (date1904 ? epoch1904 : epoch1900)
  const text = new Date(ms).toISOString()
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19)
}
