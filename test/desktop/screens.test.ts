import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchDespacho, screenshot, setWindowSize, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { emptyScreens, openDemonstration, screens, showIn, type Screen } from '../support/screens.ts'
import { writeShopFiles } from '../support/shop-files.ts'
import { sticksOut } from '../support/sticks-out.ts'

const folder = temporaryDataDir()
const files = mkdtempSync(join(tmpdir(), 'despacho-screens-'))
let despacho: Despacho
let workbook: string

const looks = [
  { locale: 'pt-BR', theme: 'light', width: 1366, height: 768 },
  { locale: 'pt-BR', theme: 'dark', width: 1366, height: 768 },
  { locale: 'pt-BR', theme: 'light', width: 1920, height: 1040 },
  { locale: 'pt-BR', theme: 'dark', width: 1920, height: 1040 },
  { locale: 'pl', theme: 'light', width: 1366, height: 768 },
  { locale: 'en', theme: 'dark', width: 1366, height: 768 },
] as const

beforeAll(async () => {
  const shop = await writeShopFiles(files, 'screens', Date.now(), 40)
  workbook = shop.xlsx
  despacho = await launchDespacho({ dataDir: folder.path })
  despacho.window.setDefaultTimeout(15_000)
  await despacho.window.locator('main h2').first().waitFor()
})

afterEach(() => expect(despacho.complaints).toEqual([]))

afterAll(async () => {
  await despacho.close()
  folder.remove()
  rmSync(files, { recursive: true, force: true })
})

describe.for(looks)('before anything is stored, $locale $theme $width×$height', (look) => {
  lookAt(emptyScreens, look)
})

test('the demonstration opens', async () => {
  await openDemonstration(despacho.window)
})

describe.for(looks)('with sample data, $locale $theme $width×$height', (look) => {
  lookAt(screens, look)
})

test('a bar of a picture opens the parcels that it stands for', async () => {
  const { window } = despacho
  const today = screens.find(({ name }) => name === 'today')
  await today?.open({ window, workbook })
  await window.locator('[data-picture="late"] svg path[fill="var(--ui-error)"]').first().click()
  await window.locator('[data-tab="late"][aria-current="true"]').waitFor()
  const narrowed = await window.locator('main').innerText()
  expect(narrowed).toContain('Carrier: Correios')
})

function lookAt(visited: readonly Screen[], { locale, theme, width, height }: (typeof looks)[number]): void {
  test('the window takes the look', async () => {
    await setWindowSize(despacho, width, height)
    await showIn(despacho.window, locale, theme)
  })

  test.for(visited)('$name is whole: nothing sticks out, no text is missing', async (screen) => {
    const visit = { window: despacho.window, workbook }
    await screen.open(visit)
    try {
      await screenshot(despacho.window, `${screen.name}-${locale}-${theme}-${width}`)
      expect(await sticksOut(despacho.window)).toEqual([])
      expect(await keysShown(despacho.window)).toEqual([])
    } finally {
      await screen.close?.(visit)
    }
  })
}

/** Names of messages, or places in messages, that stand where words should. */
async function keysShown(window: Page): Promise<string[]> {
  const texts = await window.evaluate<string[]>(`(() => {
    const attributes = ['aria-label', 'title', 'placeholder', 'alt']
    const spoken = [...document.querySelectorAll('*')].flatMap((element) => attributes.map((name) => element.getAttribute(name) ?? ''))
    return [document.title, ...document.body.innerText.split('\\n'), ...spoken]
  })()`)
  const key =
    /\b(app|shell|parcels|imports|accounts|settings|today|start|commands|words|errors)\.[a-z][\w-]*(\.[\w-]+)*\b|\{\w+\}|\bundefined\b|\bNaN\b|\[object /
  return [...new Set(texts.filter((text) => key.test(text)))]
}
