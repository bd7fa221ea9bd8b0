import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exportXlsx } from './export-xlsx.ts'
import type { Figure, Line } from './figure.ts'
import { frames } from './frames.ts'
import { importCsv } from './import-csv.ts'
import { lists } from './lists.ts'
import { start } from './start.ts'

const usage = `Measures Despacho beside what it is compared with.

  npm run bench -- [--sizes 10k,100k,1m] [--only import-csv,lists,export-xlsx,start,frames]

Prints one JSON line per figure, then a table. A bench is not a test: it fails only when something could not be measured.
`

const figures: readonly Figure[] = [importCsv, lists, exportXlsx, start, frames]

/** \`10k\`, \`1m\`, \`2500\` as a number. */
function sizeOf(text: string): number {
  const [, number, unit] = /^(\d+)([km]?)$/i.exec(text.trim()) ?? []
  if (!number) throw new Error(`not a size: ${text}`)
  return Number(number) * (unit === undefined || unit === '' ? 1 : unit.toLowerCase() === 'k' ? 1_000 : 1_000_000)
}

const pad = (text: string, width: number, right: boolean) => (right ? text.padStart(width) : text.padEnd(width))

/** Lines of one figure under one head. */
function tableOf(lines: readonly Line[]): string {
  const titles = [...new Set(lines.flatMap((line) => Object.keys(line)))]
  const rows = lines.map((line) => titles.map((title) => String(line[title] ?? '')))
  const widths = titles.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const isNumber = titles.map((title) => lines.some((line) => typeof line[title] === 'number'))
  const row = (cells: readonly string[]) =>
    cells.map((cell, i) => pad(cell, widths[i] ?? 0, isNumber[i] ?? false)).join('  ')
  return [row(titles), row(widths.map((width) => '-'.repeat(width))), ...rows.map(row)].join('\n')
}

async function measure(figure: Figure, size: number): Promise<readonly Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'despacho-bench-'))
  try {
    return await figure.measure(size, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10k,100k,1m' }, only: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help) {
  console.log(usage)
} else {
  const wanted = values.only?.split(',') ?? figures.map(({ name }) => name)
  const unknown = wanted.filter((name) => !figures.some((figure) => figure.name === name))
  if (unknown.length > 0)
    throw new Error(`no such figure: ${unknown.join(', ')}; there are ${figures.map(({ name }) => name).join(', ')}`)
  console.error(`${cpus()[0]?.model ?? 'processor'} × ${cpus().length}, Node ${process.versions.node}`)
  const lines: Line[] = []
  for (const figure of figures.filter(({ name }) => wanted.includes(name))) {
    for (const size of values.sizes.split(',').map(sizeOf)) {
      const measured = await measure(figure, size)
      for (const line of measured) console.log(JSON.stringify(line))
      lines.push(...measured)
    }
  }
  for (const name of new Set(lines.map((line) => line.figure)))
    console.log(`\n${tableOf(lines.filter((line) => line.figure === name))}`)
}
