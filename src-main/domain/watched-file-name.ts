const tables = new Set(['csv', 'tsv', 'txt', 'xlsx', 'xls'])

/**
 * Whether a file in the watched folder is a table that somebody wants imported, by its name. Left alone are other kinds of
 * files, hidden ones, the lock files of office programs (`~$pedidos.xlsx`, `.~lock.pedidos.csv#`) and what is still being
 * downloaded under another ending (`pedidos.csv.part`, `.crdownload`).
 */
export function isWatchedName(name: string): boolean {
  const dot = name.lastIndexOf('.')
  return dot > 0 && !/^[.~]/.test(name) && tables.has(name.slice(dot + 1).toLowerCase())
}
