import { expect, it, vi } from 'vitest'
import { fail } from '../../../src-main/domain/result.ts'
import { askCarrier } from '../../../src-main/engine/ask-carrier.ts'
import { silentLog } from '../../../src-main/log/logger.ts'
import { account, failed, fakeCarrier, fakeLine, known, notFound } from './fake-carrier.ts'

const signal = new AbortController().signal
const ask = async (codes: string[], ...lines: ReturnType<typeof fakeLine>[]) =>
  Object.fromEntries(await askCarrier(codes, lines, signal, silentLog))

/** A line whose carrier gives each code the answer that stands in the table. */
const answering = (answers: Record<string, typeof known | typeof notFound | ReturnType<typeof failed>>) => {
  const fetch = vi.fn(
    async (codes: readonly string[]) => new Map(codes.map((code) => [code, answers[code] ?? notFound])),
  )
  return { line: fakeLine(fakeCarrier({ fetch })), fetch }
}

it('asks the next account only for what the first does not know', async () => {
  const first = answering({ A: known, B: notFound })
  const second = answering({ B: known })
  expect(await ask(['A', 'B'], first.line, second.line)).toMatchObject({ A: known, B: known })
  expect(second.fetch).toHaveBeenCalledWith(['B'], expect.anything(), expect.anything())
})

it('asks the next account when the access of the first is refused, but not when the carrier is down', async () => {
  const second = answering({ A: known, B: known })
  const first = answering({ A: failed('carrier.credentials'), B: failed('carrier.down', { retryAfterMs: 9000 }) })
  const answers = await ask(['A', 'B'], first.line, second.line)
  expect(answers['A']).toMatchObject(known)
  expect(answers['B']).toMatchObject({ ok: false, error: { code: 'carrier.down', retryAfterMs: 9000 } })
})

it('says not found only when every account could be asked', async () => {
  const refused = answering({ A: failed('carrier.not-enabled') })
  const other = answering({ A: notFound })
  expect((await ask(['A'], refused.line, other.line))['A']).toMatchObject({
    ok: false,
    error: { code: 'carrier.not-enabled' },
  })
  expect((await ask(['A'], other.line, refused.line))['A']).toMatchObject({
    ok: false,
    error: { code: 'carrier.not-enabled' },
  })
  expect((await ask(['A'], other.line, answering({}).line))['A']).toMatchObject(notFound)
})

it.each(['keychain-unavailable', 'secret-missing'] as const)('%s is the answer of every code', async (code) => {
  const failure = code === 'secret-missing' ? { code, field: 'accessCode' } : { code, message: 'locked' }
  const line = fakeLine(fakeCarrier(), { credentials: async () => fail(failure) })
  expect(await ask(['A', 'B'], line)).toMatchObject({ A: { error: { code } }, B: { error: { code } } })
})

it('a code whose answer makes the carrier’s folder throw fails alone, and is logged', async () => {
  const fetch = async (codes: readonly string[]) => {
    if (codes.includes('bad')) throw new Error('unforeseen')
    return new Map(codes.map((code) => [code, known]))
  }
  const error = vi.fn()
  const lines = [fakeLine(fakeCarrier({ fetch }))]
  const answers = await askCarrier(['A', 'B', 'bad', 'C', 'D'], lines, signal, { ...silentLog, error })
  expect(Object.fromEntries(answers)).toMatchObject({
    A: known,
    B: known,
    C: known,
    D: known,
    bad: { error: { code: 'internal' } },
  })
  expect(error).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'bad' }), expect.anything())
})

it('a code that the answer leaves out has a malformed answer', async () => {
  const line = fakeLine(fakeCarrier({ fetch: async () => new Map() }))
  expect(await ask(['A'], line)).toMatchObject({ A: { error: { code: 'carrier.malformed-answer' } } })
})

it('carries along when the secrets were entered, for the time of the next try', async () => {
  const fetch = async () => new Map([['A', failed('carrier.credentials')]])
  const line = fakeLine(fakeCarrier({ fetch }), { account: account({ secretsEnteredAt: 77 }) })
  expect(await ask(['A'], line)).toMatchObject({ A: { error: { secretsEnteredAt: 77 } } })
})

it('passes an account over that is off, and lets what nobody else knows wait for it', async () => {
  const off = answering({ A: known, B: known, C: known })
  const on = answering({ A: known, C: failed('carrier.down') })
  const answers = await ask(['A', 'B', 'C'], { ...off.line, isOff: () => true }, on.line)
  expect(off.fetch).not.toHaveBeenCalled()
  expect(answers).toMatchObject({
    A: known,
    B: { ok: false, error: { code: 'account-off' } },
    C: { ok: false, error: { code: 'carrier.down' } },
  })
})

it('does not ask with an account that is switched off while another is being asked', async () => {
  let off = false
  const first = answering({})
  first.fetch.mockImplementation(async () => {
    off = true
    return new Map([['A', notFound]])
  })
  const second = answering({ A: known })
  const answers = await ask(['A'], first.line, { ...second.line, isOff: () => off })
  expect(second.fetch).not.toHaveBeenCalled()
  expect(answers).toMatchObject({ A: { ok: false, error: { code: 'account-off' } } })
})
