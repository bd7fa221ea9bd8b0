import type { Page } from 'playwright-core'
import { ask, callFromPage } from './bridge.ts'
import { dropFiles } from './drag-and-drop.ts'
import { untilInPage } from './wait-in-page.ts'

/**
 * One screen as it is looked at: how to get there, and how to leave it as it was.
 *
 * Nothing here depends on words, so that the same screens are visited in every language.
 */
export type Screen = {
  readonly name: string
  open(visit: Visit): Promise<void>
  close?(visit: Visit): Promise<void>
}

export type Visit = {
  readonly window: Page
  /** A file with good rows and bad ones. */
  readonly workbook: string
}

/** What a person sees who has just installed Despacho. */
export const emptyScreens: readonly Screen[] = [
  { name: 'start', open: ({ window }) => place(window, 'start', 'main h2') },
  { name: 'empty-today', open: ({ window }) => place(window, 'today', 'main h2') },
  { name: 'empty-parcels', open: ({ window }) => place(window, 'parcels', 'main h2') },
  { name: 'empty-quotes', open: ({ window }) => place(window, 'quotes', 'main h2') },
  { name: 'empty-accounts', open: ({ window }) => place(window, 'accounts', 'main h2') },
]

const filters = (window: Page) => window.locator('main [role="search"] button')
const footerButtons = (window: Page) => window.locator('main footer').getByRole('button')
const topButtons = (window: Page) => window.locator('header').first().locator('button[aria-haspopup="dialog"]')

/** Closes what lies over the screen. */
const escape = async ({ window }: Visit): Promise<void> => {
  await window.keyboard.press('Escape')
  await window.locator('[role="dialog"], [role="menu"], [role="listbox"]').first().waitFor({ state: 'detached' })
}

const settingsSections = [
  'appearance',
  'tracking',
  'watched',
  'backups',
  'personal',
  'move',
  'check',
  'unmapped',
  'support',
  'keys',
  'about',
] as const

const settingsScreen = (section: (typeof settingsSections)[number]): Screen => ({
  name: `settings-${section}`,
  open: ({ window }) => place(window, `settings?section=${section}`, `#settings-${section}`),
})

/** The screens with the demonstration's data. */
export const screens: readonly Screen[] = [
  { name: 'today', open: ({ window }) => pictures(window) },
  {
    name: 'today-tables',
    async open({ window }) {
      await pictures(window)
      await turnPictures(window, 'table')
      await window.locator('[data-picture="late"]').scrollIntoViewIfNeeded()
    },
    close: ({ window }) => turnPictures(window, 'svg'),
  },
  { name: 'parcels', open: ({ window }) => list(window) },
  {
    name: 'parcels-detail',
    async open({ window }) {
      await place(window, `parcels?open=${await parcelWith(window, 'delivered')}`, 'main aside ol li')
      await rowsLoaded(window)
    },
    async close({ window }) {
      await window.locator('main aside [role="region"][tabindex="0"]').press('Escape')
      await window.locator('main aside').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'parcels-promises',
    async open({ window }) {
      await place(window, `parcels?open=${await parcelWith(window, 'in-transit')}`, 'main aside [data-promises]')
      await rowsLoaded(window)
    },
    async close({ window }) {
      await window.locator('main aside [role="region"][tabindex="0"]').press('Escape')
      await window.locator('main aside').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'parcels-selected',
    async open({ window }) {
      await list(window)
      await window.locator('.ag-header .grid-box').click()
      await window.locator('main [role="toolbar"]').waitFor()
    },
    async close({ window }) {
      await window.locator('.ag-header .grid-box').click()
      await window.locator('main [role="toolbar"]').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'parcels-filter',
    async open({ window }) {
      await list(window)
      await filters(window).first().click()
      await dialogOrList(window)
    },
    close: escape,
  },
  {
    name: 'parcels-columns',
    async open({ window }) {
      await list(window)
      await filters(window).last().click()
      await dialogOrList(window)
    },
    close: escape,
  },
  {
    name: 'parcels-nothing-found',
    async open({ window }) {
      await list(window)
      await window.locator('main input[type="search"]').fill('zzzzzzzz')
      await window.locator('main h2').waitFor()
    },
    async close({ window }) {
      await window.locator('main input[type="search"]').fill('')
      await window.locator('main h2').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'export',
    async open({ window }) {
      await list(window)
      await window.keyboard.press('Control+e')
      await dialogOrList(window)
    },
    close: escape,
  },
  { name: 'import-1-file', open: ({ window }) => place(window, 'import', '#pasted-codes') },
  {
    name: 'import-2-columns',
    async open({ window, workbook }) {
      await dropFiles(window, [workbook], () => window.locator('[data-drop-target]').waitFor())
      await window.locator('[data-standing]').first().waitFor()
    },
  },
  {
    name: 'import-2-field',
    async open({ window }) {
      await window.locator('main thead th input').first().click()
      await window.locator('[role="option"]').first().waitFor()
    },
    close: escape,
  },
  {
    name: 'import-2-preset',
    async open({ window }) {
      await window.locator('[data-keep-preset]').click()
      await window.locator('[role="dialog"] input[maxlength]').waitFor()
    },
    close: escape,
  },
  {
    name: 'import-3-check',
    async open({ window }) {
      await footerButtons(window).last().click()
      await window.locator('[data-figure="rejected"]').waitFor()
    },
  },
  {
    name: 'import-4-done',
    async open({ window }) {
      await footerButtons(window).last().click()
      await window.locator('[data-figure="stored"]').waitFor()
    },
    async close({ window }) {
      await footerButtons(window).first().click()
      await window.locator('#pasted-codes').waitFor()
    },
  },
  { name: 'accounts', open: ({ window }) => place(window, 'accounts', '[data-account-form] [data-secret-stored]') },
  {
    name: 'account-checked',
    open: async ({ window }) => {
      await place(window, 'accounts', '[data-account-form] [data-secret-stored]')
      await window.locator('[data-account-check] button').first().click()
      await window.locator('[data-account-check] [data-contract]').waitFor()
    },
  },
  {
    name: 'account-new',
    open: ({ window }) => place(window, 'accounts?add=correios', '[data-account-form] input[type="password"]'),
  },
  {
    name: 'account-removal',
    async open({ window }) {
      await place(window, 'accounts', '[data-account]')
      await window.locator('[data-account]').first().click()
      await window.locator('[data-account-removal] button').click()
      await window.locator('[role="dialog"] [role="radio"]').first().waitFor()
    },
    close: escape,
  },
  { name: 'quotes', open: ({ window }) => place(window, 'quotes', 'main input[data-field="to"]') },
  {
    name: 'quotes-answered',
    async open({ window }) {
      await place(window, 'quotes', 'main input[data-field="to"]')
      await window.locator('input[data-field="to"]').fill('69005-010')
      await window.locator('input[data-field="weight"]').fill('8')
      await window.locator('input[data-field="declaredValue"]').fill('250,00')
      await window.locator('input[data-field="size"]').fill('50 x 40 x 30')
      await window.locator('input[data-field="size"]').press('Enter')
      await window.locator('[data-service] td + td + td p').first().waitFor()
    },
  },
  { name: 'quotes-bulk', open: ({ window }) => place(window, 'quotes?tab=bulk', '[data-bulk-file]') },
  {
    name: 'quotes-rules',
    open: ({ window }) => place(window, 'quotes?tab=rules', '[data-quotes-tab="rules"][aria-current]'),
  },
  {
    name: 'quotes-tables',
    open: ({ window }) => place(window, 'quotes?tab=tables', '[data-quotes-tab="tables"][aria-current]'),
  },
  ...settingsSections.map(settingsScreen),
  {
    name: 'settings-personal-found',
    async open({ window }) {
      const { rows } = await ask(window, 'parcels.search', { filter: { carrier: ['correios'] }, limit: 1 })
      await place(window, 'settings?section=personal', '#settings-personal')
      await window.locator('main form input').fill(rows[0]?.document ?? '')
      await window.locator('main form button[type="submit"]').click()
      await window.locator('main table a').first().waitFor()
    },
  },
  {
    name: 'palette',
    async open({ window }) {
      await list(window)
      await window.keyboard.press('Control+k')
      await window.locator('[role="dialog"] input').fill('maria')
      await window
        .locator('[role="dialog"] [role="option"]', { hasText: /\d{3} \d{3}/ })
        .first()
        .waitFor()
    },
    close: escape,
  },
  {
    name: 'keys',
    async open({ window }) {
      await list(window)
      await window.keyboard.press('?')
      await dialogOrList(window)
    },
    close: escape,
  },
  {
    name: 'tasks',
    async open({ window }) {
      await place(window, 'today', 'main [data-work]')
      await topButtons(window).first().click()
      await dialogOrList(window)
    },
    close: escape,
  },
  {
    name: 'carriers',
    async open({ window }) {
      await place(window, 'today', 'main [data-work]')
      await topButtons(window).last().click()
      await dialogOrList(window)
    },
    close: escape,
  },
  {
    name: 'leaving-demonstration',
    async open({ window }) {
      await place(window, 'today', 'main [data-work]')
      await window.locator('[data-demo-strip] button').click()
      await dialogOrList(window)
    },
    close: escape,
  },
]

const pictureNames = ['days', 'delivery', 'late'] as const

/** Opens the demonstration by the bridge, in whatever language. */
export async function openDemonstration(window: Page): Promise<void> {
  await callFromPage(window, 'app.startDemo', {})
  await window.locator('[data-demo-strip]').waitFor()
  await window.locator('main [data-work]').first().waitFor()
}

/** Shows everything in a language and a theme. */
export async function showIn(window: Page, locale: 'pt-BR' | 'pl' | 'en', theme: 'light' | 'dark'): Promise<void> {
  await ask(window, 'settings.save', { locale, theme })
  await untilInPage(
    window,
    `document.documentElement.lang === '${locale}' && document.documentElement.classList.contains('${theme}')`,
  )
}

async function place(window: Page, path: string, there: string): Promise<void> {
  await window.evaluate(`void (location.hash = ${JSON.stringify(`#/${path}`)})`)
  // What the place before had as well is not what is waited for.
  const entry = window.locator(`nav a[href="#/${path.replace(/\?.*$/, '')}"]`)
  if ((await entry.count()) > 0) await entry.and(window.locator('[aria-current="page"]')).first().waitFor()
  await window.locator(there).first().waitFor()
  await window.locator('.loading-shape').waitFor({ state: 'detached' })
}

/** The day's start with its pictures drawn. */
async function pictures(window: Page): Promise<void> {
  await place(window, 'today', 'main [data-work]')
  for (const name of pictureNames) await window.locator(`[data-picture="${name}"] [role="img"] svg`).first().waitFor()
}

/** Turns every picture into its table, or back. */
async function turnPictures(window: Page, into: 'table' | 'svg'): Promise<void> {
  for (const name of pictureNames) {
    await window.locator(`[data-picture="${name}"] button`).click()
    await window
      .locator(`[data-picture="${name}"] ${into === 'table' ? 'table' : '[role="img"] svg'}`)
      .first()
      .waitFor()
  }
}

async function list(window: Page): Promise<void> {
  await place(window, 'parcels', 'main .ag-row [data-status]')
  await rowsLoaded(window)
}

/** No row is still the shape of what comes. */
async function rowsLoaded(window: Page): Promise<void> {
  await untilInPage(
    window,
    `document.querySelectorAll('.ag-row').length > 5 && !document.querySelector('.grid-awaited')`,
  )
}

const dialogOrList = (window: Page): Promise<void> =>
  window.locator('[role="dialog"], [role="menu"], [role="listbox"]').first().waitFor()

async function parcelWith(window: Page, status: 'delivered' | 'in-transit'): Promise<number> {
  const { rows } = await ask(window, 'parcels.search', {
    filter: { status: [status], carrier: ['correios'] },
    limit: 1,
  })
  const [row] = rows
  if (!row) throw new Error(`the demonstration has no parcel that is ${status}`)
  return row.id
}
