import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchDespacho, screenshot, setWindowSize, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { pictureOfFailures } from '../support/failure-picture.ts'
import { emptyScreens, openDemonstration, screens, type Screen } from '../support/screens.ts'
import { writeShopFiles } from '../support/shop-files.ts'
import { sticksOut } from '../support/sticks-out.ts'

/** 1366×768 at 200 %: what is left for the page. */
const halved = { width: 683, height: 384 }

const folder = temporaryDataDir()
const files = mkdtempSync(join(tmpdir(), 'despacho-zoom-'))
let despacho: Despacho
let workbook: string

pictureOfFailures(() => despacho)

beforeAll(async () => {
  const shop = await writeShopFiles(files, 'zoom', Date.now(), 40)
  workbook = shop.xlsx
  await begin()
  await despacho.window.locator('main h2').first().waitFor()
})

afterAll(async () => {
  await despacho.close()
  folder.remove()
  rmSync(files, { recursive: true, force: true })
})

async function begin(): Promise<void> {
  despacho = await launchDespacho({ dataDir: folder.path })
  despacho.window.setDefaultTimeout(15_000)
}

/** The zoom factor that the window has. */
async function zoomFactor(): Promise<number> {
  const browserWindow = await despacho.app.browserWindow(despacho.window)
  return browserWindow.evaluate((target) => target.webContents.getZoomFactor())
}

/** Chooses a hidden or shown entry of the menu by its key, as the system does when the key is pressed. */
const chooseByKey = (key: string): Promise<void> =>
  despacho.app.evaluate(({ Menu, BrowserWindow }, accelerator) => {
    const all = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    const entry = all.find((one) => one.accelerator === accelerator)
    const [window] = BrowserWindow.getAllWindows()
    if (!entry || !window) throw new Error(`the menu has nothing under ${accelerator}`)
    entry.click({}, window, window.webContents)
  }, key)

test('things grow and shrink by the menu, and stay as large after a restart', async () => {
  expect(await zoomFactor()).toBe(1)
  await chooseByKey('CmdOrCtrl+=')
  await chooseByKey('CmdOrCtrl+numadd')
  await chooseByKey('CmdOrCtrl+numsub')
  await expect.poll(zoomFactor).toBeCloseTo(1.095, 2)
  await despacho.close()
  await begin()
  await expect.poll(zoomFactor).toBeCloseTo(1.095, 2)
  await chooseByKey('CmdOrCtrl+num0')
  await expect.poll(zoomFactor).toBe(1)
})

test('the window takes the room that 200 % leave', async () => {
  const browserWindow = await despacho.app.browserWindow(despacho.window)
  await browserWindow.evaluate((target) => target.setMinimumSize(300, 200))
  await setWindowSize(despacho, halved.width, halved.height)
})

describe('before anything is stored, at 200 %', () => lookAt(emptyScreens))

test('the demonstration opens', async () => {
  await openDemonstration(despacho.window)
})

describe('with sample data, at 200 %', () => lookAt(screens))

function lookAt(visited: readonly Screen[]): void {
  test.for(visited)('$name can be used: nothing is out of reach', async (screen) => {
    const { window } = despacho
    const visit = { window, workbook }
    await screen.open(visit)
    try {
      await screenshot(window, `zoom-${screen.name}`)
      expect((await sticksOut(window)).join('\n')).toBe('')
      expect((await outOfReach(window)).join('\n')).toBe('')
      expect((await barriers(window)).join('\n')).toBe('')
    } finally {
      await screen.close?.(visit)
    }
  })
}

/**
 * What can be operated and can't be scrolled to where a pointer reaches it. While a dialog or a list lies over the screen, only
 * what is in it counts. Rows of the list are scrolled by the grid itself.
 */
const outOfReach = (window: Page): Promise<string[]> =>
  window.evaluate(`(() => {
    const over = [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].at(-1)
    const found = []
    for (const element of (over ?? document).querySelectorAll('button, a[href], input, textarea, [role="combobox"], [role="option"], [role="menuitem"]')) {
      if (element.closest('.data-grid, .sr-only, [aria-hidden="true"]') || element.matches('.sr-only')) continue
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.getBoundingClientRect().width <= 1) continue
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
      const { left, top, width, height } = element.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      if (!hit || !(element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element))
        found.push(element.tagName + ' ' + (element.textContent || element.ariaLabel || element.id || '').trim().slice(0, 40) + ' at ' + Math.round(left) + ',' + Math.round(top) + ' under ' + (hit?.tagName ?? 'nothing') + ' ' + String(hit?.className ?? '').slice(0, 60))
    }
    for (const box of document.querySelectorAll('main, main *')) box.scrollTop = 0
    return found
  })()`)

/** What axe calls serious or critical; contrast does not depend on the size and is looked at elsewhere. */
async function barriers(window: Page): Promise<string[]> {
  // Legacy mode: the results are put together in the page, for Electron opens no second one.
  const axe = new AxeBuilder({ page: window })
    .setLegacyMode(true)
    .disableRules(['color-contrast'])
    .exclude('.data-grid')
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${String(target)}`))
}
