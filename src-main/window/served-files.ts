import { join, resolve, sep } from 'node:path'

/** The host of our pages: `app://despacho/`. */
const ourHost = 'despacho'

/**
 * The file behind an address of the page, or null for one that leaves the folder, names another host or can't be read as
 * an address. `/` is the page itself.
 */
export function fileBehind(address: string, folder: string): string | null {
  let path: string
  try {
    const url = new URL(address)
    if (url.protocol !== 'app:' || url.host !== ourHost) return null
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const root = resolve(folder)
  const file = resolve(join(root, path === '/' ? 'index.html' : path))
  return file.startsWith(root + sep) ? file : null
}
