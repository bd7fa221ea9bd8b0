import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchDespacho, setWindowSize, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { emptyScreens, openDemonstration, screens, showIn, type Screen } from '../support/screens.ts'
import { writeShopFiles } from '../support/shop-files.ts'
import { untilStill } from '../support/wait-in-page.ts'

const folder = temporaryDataDir()
const files = mkdtempSync(join(tmpdir(), 'despacho-accessibility-'))
const themes = ['light', 'dark'] as const
const aboutRows = ['parcels', 'parcels-selected']
let despacho: Despacho
let workbook: string

beforeAll(async () => {
  const shop = await writeShopFiles(files, 'accessibility', Date.now(), 40)
  workbook = shop.xlsx
  despacho = await launchDespacho({ dataDir: folder.path })
  despacho.window.setDefaultTimeout(15_000)
  await despacho.window.locator('main h2').first().waitFor()
  await setWindowSize(despacho, 1366, 768)
})

afterAll(async () => {
  await despacho.close()
  folder.remove()
  rmSync(files, { recursive: true, force: true })
})

describe.for(themes)('before anything is stored, %s', (theme) => examine(emptyScreens, theme))

test('the demonstration opens', async () => {
  await openDemonstration(despacho.window)
})

describe.for(themes)('with sample data, %s', (theme) => examine(screens, theme))

function examine(visited: readonly Screen[], theme: (typeof themes)[number]): void {
  test('the window takes the theme', async () => {
    await showIn(despacho.window, 'pt-BR', theme)
  })

  test.for(visited)('$name has no serious barrier', async (screen) => {
    const visit = { window: despacho.window, workbook }
    await screen.open(visit)
    // A colour that is still changing is nobody's.
    await untilStill(despacho.window)
    try {
      expect(await barriers(screen, theme)).toEqual([])
    } finally {
      await screen.close?.(visit)
    }
  })
}

/**
 * What axe calls serious or critical, with the elements that have it. What does not depend on the theme is looked at in one
 * of them, and the rows of the list on the screens that are about them.
 */
async function barriers({ name }: Screen, theme: (typeof themes)[number]): Promise<string[]> {
  // Legacy mode: the results are put together in the page, for Electron opens no second one.
  const axe = new AxeBuilder({ page: despacho.window }).setLegacyMode(true)
  if (theme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block'])
  if (!aboutRows.includes(name)) axe.exclude('.data-grid')
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes
        .slice(0, 5)
        .map(
          ({ target, html, any }) =>
            `${id} (${help}): ${String(target)} ${html.slice(0, 160)} ${any[0]?.message ?? ''}`,
        ),
    )
}
