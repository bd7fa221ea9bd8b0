import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { fileBehind } from './served-files.ts'

/** What the page may load and where it may connect to: its own files, and nothing else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

const headersFor = (path: string) => ({
  'content-type': types[extname(path).toLowerCase()] ?? 'application/octet-stream',
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
})

/** Makes `app:` a scheme with an origin of its own; has to be said before the application is ready. */
export function announceAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves a folder as `app://despacho/`. */
export function serveAppProtocol(folder: string): void {
  protocol.handle('app', async ({ url, method }) => {
    const path = method === 'GET' ? fileBehind(url, folder) : null
    if (path === null) return new Response(null, { status: 403 })
    try {
      return new Response(new Uint8Array(await readFile(path)), { headers: headersFor(path) })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
