import { join } from 'node:path'

/** Where the application keeps its data when nobody says otherwise: the folder that each system has for that. */
export function defaultDataDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Despacho')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Despacho')
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'Despacho')
}
