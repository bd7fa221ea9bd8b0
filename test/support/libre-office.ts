import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

type Office = { readonly profile: string; run(...args: string[]): Promise<void> }

/** LibreOffice without a window, with a profile of its own that is thrown away. */
async function withOffice(program: string, work: (office: Office) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'despacho-office-'))
  try {
    await work({
      profile,
      run: async (...args) => {
        await promisify(execFile)(
          program,
          [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', ...args],
          { timeout: 120_000 },
        )
      },
    })
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

const named = (file: string, ending: string): string => `${basename(file, extname(file))}.${ending}`

/** Has LibreOffice write a file in another format beside the first; answers its path. */
export async function convertWithLibreOffice(
  program: string,
  file: string,
  filter: string,
  folder: string,
): Promise<string> {
  await withOffice(program, ({ run }) => run('--convert-to', filter, '--outdir', folder, file))
  return join(folder, named(file, filter.split(':')[0] ?? ''))
}

/** What LibreOffice calls the formats that it can put a password on. */
const filters = { xlsx: 'Calc MS Excel 2007 XML', xls: 'MS Excel 97', ods: 'calc8' } as const

/**
 * Has LibreOffice write a file that asks for a password; answers its path. Conversion from the command line knows no
 * password, so a macro does it: it is put into the profile's library once a first start has made that.
 */
export async function protectWithLibreOffice(
  program: string,
  file: string,
  ending: keyof typeof filters,
  folder: string,
): Promise<string> {
  const target = join(folder, named(file, ending))
  await withOffice(program, async ({ profile, run }) => {
    await run('--terminate_after_init')
    writeFileSync(join(profile, 'user', 'basic', 'Standard', 'Module1.xba'), macro(ending))
    const [from, to] = [file, target].map((path) => pathToFileURL(path).href)
    await run(`macro:///Standard.Module1.Main(${from},${to},${filters[ending]})`)
  })
  return target
}

/** The formats of Excel 2007 take a password in another shape than the others, which take it as it is. */
const macro = (ending: keyof typeof filters): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main(source As String, target As String, filter As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Dim secret(1) As New com.sun.star.beans.NamedValue
  secret(0).Name = "CryptoType"
  secret(0).Value = "Standard"
  secret(1).Name = "OOXPassword"
  secret(1).Value = "segredo"
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = filter
  how(1).Name = "${ending === 'xlsx' ? 'EncryptionData' : 'Password'}"
  how(1).Value = ${ending === 'xlsx' ? 'CreateUnoValue("[]com.sun.star.beans.NamedValue", secret())' : '"segredo"'}
  document.storeToURL(target, how())
  document.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
`
