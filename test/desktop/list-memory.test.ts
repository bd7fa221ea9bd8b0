import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, startFromPage } from '../support/bridge.ts'
import { launchDespacho, screenshot, setWindowSize, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { pictureOfFailures } from '../support/failure-picture.ts'
import { parcelsPage } from '../support/pages/parcels.ts'
import { shellPage } from '../support/pages/shell.ts'
import { startPage } from '../support/pages/start.ts'
import { inpostCode, s10 } from '../support/tracking-codes.ts'

const folder = temporaryDataDir()
let despacho: Despacho

pictureOfFailures(() => despacho)

beforeAll(async () => {
  await begin()
  await startPage(despacho.window).straightIn.click()
  const { file } = await ask(despacho.window, 'files.paste', { text: [s10(1), s10(2), inpostCode(1)].join('\n') })
  expect((await startFromPage(despacho.window, 'imports.run', { files: [file] })).ok).toBe(true)
})

afterAll(async () => {
  await despacho.close()
  folder.remove()
})

async function begin(): Promise<void> {
  despacho = await launchDespacho({ dataDir: folder.path })
  despacho.window.setDefaultTimeout(15_000)
  await setWindowSize(despacho, 1366, 768)
}

test('a saved view has a key that works everywhere and stands wherever keys are told', async () => {
  const { window } = despacho
  const parcels = parcelsPage(window)
  const shell = shellPage(window)
  await shell.goTo('Encomendas')
  await window.getByRole('button', { name: 'Transportadora', exact: true }).click()
  await window.getByRole('checkbox', { name: 'InPost' }).check()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Visões salvas' }).click()
  await window.getByRole('menuitem', { name: 'Salvar esta visão' }).click()
  await window.getByLabel('Nome da visão', { exact: true }).fill('Só InPost')
  await window.keyboard.press('Enter')
  await window.getByRole('dialog').waitFor({ state: 'detached' })
  await window.getByRole('button', { name: 'Só InPost' }).click()
  await window.getByRole('menuitem', { name: 'Só InPost' }).waitFor()
  expect(await window.getByRole('menuitem', { name: 'Só InPost' }).innerText()).toMatch(/alt\s*1/i)
  await screenshot(window, 'views-menu')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Limpar filtros' }).click()
  await expect.poll(async () => (await parcels.codes()).length).toBe(3)

  await shell.goTo('Hoje')
  await window.keyboard.press('?')
  expect(await shell.keys.innerText()).toContain('Visão: Só InPost')
  await window.keyboard.press('Escape')
  await shell.keys.waitFor({ state: 'detached' })
  await window.keyboard.press('Alt+1')
  await shell.heading('Encomendas').waitFor()
  await expect.poll(() => parcels.codes()).toEqual([inpostCode(1)])
})

test('order, width, visibility and pinning outlive a restart; one click resets them', async () => {
  const first = parcelsPage(despacho.window)
  await first.columnsButton.click()
  await despacho.window.getByRole('button', { name: 'Fixar Cidade à esquerda' }).click()
  await despacho.window.getByRole('button', { name: 'Mover UF para cima' }).click()
  await despacho.window.getByRole('checkbox', { name: 'Pedido', exact: true }).uncheck()
  await despacho.window.keyboard.press('Escape')
  await drag(despacho, 'city', 60)
  await expect.poll(() => column('city')).toEqual({ key: 'city', width: 192, pinned: true })
  const arranged = await columnsOf(despacho)
  expect(arranged.map(({ key }) => key)).not.toContain('orderNumber')
  await despacho.close()

  await begin()
  await shellPage(despacho.window).goTo('Encomendas')
  await expect.poll(() => columnsOf(despacho)).toEqual(arranged)
  await parcelsPage(despacho.window).columnsButton.click()
  await despacho.window.getByRole('button', { name: 'Voltar às colunas originais' }).click()
  await despacho.window.keyboard.press('Escape')
  await expect.poll(async () => (await columnsOf(despacho)).map(({ key }) => key)).toContain('orderNumber')
  expect(await column('city')).toEqual({ key: 'city', width: 132, pinned: false })
  await despacho.window.keyboard.press('Alt+1')
  await expect.poll(() => parcelsPage(despacho.window).codes()).toEqual([inpostCode(1)])
})

type Column = { readonly key: string | null; readonly width: number; readonly pinned: boolean }

/** Columns from left to right as the window shows them. */
const columnsOf = ({ window }: Despacho): Promise<Column[]> =>
  window.locator('.ag-header-cell[col-id]').evaluateAll((cells) =>
    cells
      .map((cell) => ({ cell, left: cell.getBoundingClientRect().left }))
      .sort((a, b) => a.left - b.left)
      .map(({ cell }) => ({
        key: cell.getAttribute('col-id'),
        width: Math.round(cell.getBoundingClientRect().width),
        pinned: cell.closest('.ag-grid-pinned-left-cells') !== null,
      })),
  )

const column = async (wanted: string): Promise<Column | undefined> =>
  (await columnsOf(despacho)).find(({ key }) => key === wanted)

async function drag({ window }: Despacho, column: string, by: number): Promise<void> {
  const edge = await window.locator(`.ag-header-cell[col-id="${column}"] .ag-header-cell-resize`).boundingBox()
  if (!edge) throw new Error(`${column} has no edge to drag`)
  await window.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2)
  await window.mouse.down()
  await window.mouse.move(edge.x + edge.width / 2 + by, edge.y + edge.height / 2, { steps: 4 })
  await window.mouse.up()
}
