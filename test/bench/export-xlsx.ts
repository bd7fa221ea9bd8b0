import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { carriers } from '../../src-main/carriers/registry.ts'
import { compose } from '../../src-main/compose.ts'
import { dayOf } from '../../src-main/domain/day.ts'
import { exportColumns } from '../../src-main/domain/export-column.ts'
import { filePaths } from '../../src-main/engine/file-paths.ts'
import { exportForm } from '../../src-main/engine/services/export-rows.ts'
import type { Endpoint } from '../../src-main/ipc/endpoint.ts'
import { createMemoryVault } from '../../src-main/secrets/memory-vault.ts'
import { openStore } from '../../src-main/store/sqlite/open-store.ts'
import { percentile, rounded, timed, type Figure } from './figure.ts'
import { benchNow, filledStore } from './filled-store.ts'

/** A sheet of so many rows is what people ask for at most. */
const rowsAtMost = 200_000

/** Between two looks at whether others still get an answer. */
const pauseMs = 20

/** The whole list with the default columns into a workbook, while somebody else opens the list over and over. */
async function exportByDespacho(dataDir: string, file: string): Promise<{ ms: number; rows: number; waits: number[] }> {
  const composed = await compose({
    dataDir,
    version: '0',
    locale: 'en',
    part: 'bench',
    files: filePaths(dataDir),
    background: false,
    checkOutputs: false,
    clock: { now: () => benchNow, sleep: () => Promise.resolve() },
    vault: createMemoryVault(),
  })
  if (!composed.ok) throw new Error(composed.error.code)
  const { endpoint, stop } = composed.value
  const others = openOverAndOver(endpoint)
  try {
    const { ms, value } = await timed(() => endpoint({ name: 'parcels.export', input: { file }, sender: undefined }))
    if (!value.ok) throw new Error(value.error.message)
    return { ms, rows: (value.value as { rows: number }).rows, waits: await others.end() }
  } finally {
    await others.end()
    await stop()
  }
}

/** What a person at the list notices of an export: how long its first page takes meanwhile. */
function openOverAndOver(endpoint: Endpoint): { end(): Promise<number[]> } {
  const waits: number[] = []
  let over = false
  const running = (async () => {
    while (!over) {
      waits.push((await timed(() => endpoint({ name: 'parcels.search', input: { limit: 50 }, sender: undefined }))).ms)
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  })()
  return {
    end: async () => {
      over = true
      await running
      return waits
    },
  }
}

/** The same cells by exceljs' streaming writer alone; reading them from the store is not counted. */
async function exportByExceljs(dataDir: string, file: string): Promise<{ ms: number; rows: number }> {
  const opened = await openStore({ dir: dataDir })
  if (!opened.ok) throw new Error(opened.error.code)
  const asOf = { now: benchNow, today: dayOf(benchNow, 'UTC') }
  const form = exportForm(exportColumns, 'en', 'UTC', carriers)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false })
  const sheet = workbook.addWorksheet('bench')
  let [ms, rows] = [0, 0]
  let after: string | null | undefined
  do {
    const page = await opened.value.read.parcels.select(
      { kind: 'query', query: {} },
      undefined,
      { after: after ?? undefined, limit: 1000 },
      asOf,
    )
    const cells = page.rows.map((parcel) => form.values({ ...parcel, forecastOn: null, forecastFrom: null }))
    const written = await timed(async () => {
      for (const values of cells) sheet.addRow(values).commit()
      await new Promise((resolve) => setImmediate(resolve))
    })
    ms += written.ms
    rows += cells.length
    after = page.next
  } while (after !== null)
  ms += (await timed(() => workbook.commit())).ms
  await opened.value.close()
  return { ms, rows }
}

/** A list into a workbook through the contract, against exceljs given the same cells. */
export const exportXlsx: Figure = {
  name: 'export-xlsx',
  async measure(size, folder) {
    const rows = Math.min(size, rowsAtMost)
    const dataDir = await filledStore(folder, rows)
    const bare = await exportByExceljs(dataDir, join(folder, 'bare.xlsx'))
    const ours = await exportByDespacho(dataDir, join(folder, 'list.xlsx'))
    if (ours.rows !== rows || bare.rows !== rows) throw new Error(`${ours.rows} and ${bare.rows} of ${rows} rows`)
    return [
      {
        figure: 'export-xlsx',
        size: rows,
        columns: exportColumns.length,
        seconds: rounded(ours.ms / 1000),
        exceljsSeconds: rounded(bare.ms / 1000),
        ratio: rounded(ours.ms / bare.ms),
        pageMeanwhileP50Ms: rounded(percentile(ours.waits, 0.5)),
        pageMeanwhileP95Ms: rounded(percentile(ours.waits, 0.95)),
        pageMeanwhileMaxMs: rounded(Math.max(...ours.waits)),
      },
    ]
  },
}
