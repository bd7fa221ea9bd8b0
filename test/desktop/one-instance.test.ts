import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applicationCommand, launchDespacho, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { importPage } from '../support/pages/import.ts'
import { startPage } from '../support/pages/start.ts'

const folder = temporaryDataDir()
const callProgram = fileURLToPath(new URL('../../scripts/call.mjs', import.meta.url))
let despacho: Despacho

beforeAll(async () => {
  despacho = await launchDespacho({ dataDir: folder.path })
  despacho.window.setDefaultTimeout(15_000)
  await startPage(despacho.window).demonstration.waitFor()
})

afterAll(async () => {
  await despacho.close()
  folder.remove()
})

test('a second start shows the window of the first and ends', async () => {
  const isVisible = () =>
    despacho.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
  await despacho.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  await expect.poll(isVisible).toEqual([false])
  expect(await startAgain([])).toBe(0)
  await expect.poll(isVisible).toEqual([true])
})

test('a file opened with Despacho while it runs goes to the window that is there', async () => {
  const file = join(folder.path, 'códigos da loja.csv')
  writeFileSync(file, 'Objeto\nQN123456785BR\n')
  expect(await startAgain([file])).toBe(0)
  const stepper = importPage(despacho.window)
  await stepper.columns.waitFor()
  expect(await stepper.columns.innerText()).toContain('QN123456785BR')
  expect(await stepper.step.innerText()).toContain('Colunas')
  await stepper.giveUp.click()
})

test('the command line is refused the folder, with a sentence, while the application has it open', async () => {
  const refused = await callProcedure('parcels.counts')
  expect(refused.status).toBe(1)
  expect(refused.errors).toMatch(/open|in use|running/i)
  expect(refused.errors).toContain(folder.path)
  expect(refused.errors).not.toMatch(/\bat .+:\d+:\d+/)
  expect(JSON.parse(refused.output)).toMatchObject({
    error: { code: expect.any(String), message: expect.stringContaining(folder.path) },
  })
})

test('the folder is the command line’s once the application has quit', async () => {
  await despacho.close()
  const answered = await callProcedure('parcels.counts')
  expect(answered).toMatchObject({ status: 0 })
  expect(JSON.parse(answered.output)).toMatchObject({ total: 0 })
})

async function startAgain(args: readonly string[]): Promise<number | null> {
  const { program, args: own, env } = applicationCommand({ dataDir: folder.path, args: [...args] })
  const second = spawn(program, own, { env, stdio: 'ignore' })
  const [status] = (await once(second, 'exit')) as [number | null]
  return status
}

async function callProcedure(name: string): Promise<{ status: number | null; output: string; errors: string }> {
  const process_ = spawn(process.execPath, [callProgram, name, '{}', '--data-dir', folder.path])
  const [output, errors, [status]] = await Promise.all([
    text(process_.stdout),
    text(process_.stderr),
    once(process_, 'close') as Promise<[number | null]>,
  ])
  return { status, output, errors }
}
