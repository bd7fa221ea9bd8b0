import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'

/** Has LibreOffice write a file in another format beside the first; answers its path. */
export async function convertWithLibreOffice(
  program: string,
  file: string,
  filter: string,
  folder: string,
): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'despacho-office-'))
  try {
    await promisify(execFile)(
      program,
      [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', filter, '--outdir', folder, file],
      { timeout: 120_000 },
    )
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
  const ending = filter.split(':')[0] ?? ''
  return join(folder, `${basename(file, extname(file))}.${ending}`)
}
