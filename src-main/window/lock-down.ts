import { app, session } from 'electron'
import type { Logger } from '../log/logger.ts'

/** Closes what a page could leave its place by: other pages, other windows, web views, permissions. For every page there will be. */
export function lockDown(log: Logger): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => {
      log.warn({ url: event.url }, 'navigation refused')
      event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      log.warn({ url }, 'new window refused')
      return { action: 'deny' }
    })
  })
  // Buttons copy a code or details for support; reading the clipboard stays forbidden, as all else.
  const permitted = (permission: string): boolean => permission === 'clipboard-sanitized-write'
  session.defaultSession.setPermissionRequestHandler((_, permission, decide) => decide(permitted(permission)))
  session.defaultSession.setPermissionCheckHandler((_, permission) => permitted(permission))
  session.defaultSession.setDevicePermissionHandler(() => false)
}
