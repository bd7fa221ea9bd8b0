import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallContext, Carrier, CarrierFailure } from '../../../src-main/carriers/carrier.ts'
import { recogniseCarrier } from '../../../src-main/carriers/recognise.ts'
import { carrierById, carriers as registered } from '../../../src-main/carriers/registry.ts'
import { ok } from '../../../src-main/domain/result.ts'
import { eventMeanings } from '../../../src-main/domain/parcel-status.ts'
import { cutWithin, silence, type Reply } from '../../support/loopback-server.ts'
import { damage, withNovelties } from './damage.ts'
import { fixturesOf, summaryOf, type Fixture } from './fixtures.ts'
import { fixtureNow, replay } from './replay.ts'
import { asAnswer, unreadable } from './unreadable.ts'
import { runs } from '../../support/property-runs.ts'

const carriers: readonly Carrier[] = registered
const signal = () => new AbortController().signal

/** What every carrier of the registry must do; a new one passes by its fixtures alone. */
describe.each(carriers.map((carrier) => [carrier.id, carrier] as const))('%s', (_, carrier) => {
  const tracking = carrier.capabilities.tracking
  const fixtures = fixturesOf(carrier.id)
  /** A fixture whose every code has events, for damaging its answer. */
  const sound = fixtures.find(({ expected }) => Object.values(expected).every(({ kind }) => kind === 'known'))
  const fetchAll = async (fixture: Fixture, context: CallContext) => {
    const answers = await tracking?.fetch(fixture.codes, fixture.credentials, context)
    return fixture.codes.map((code) => answers?.get(code))
  }
  const failuresOf = async (instead: Reply, timeoutMs?: number) => {
    const { context, ...rest } = await replay(sound ?? raise(), instead, timeoutMs)
    const answers = await fetchAll(sound ?? raise(), context)
    const failures = answers.map((answer): CarrierFailure | null => (answer && !answer.ok ? answer.error : null))
    return { failures, context, ...rest }
  }

  describe('describes itself', () => {
    it('by a stable id, a label and addresses that are encrypted', () => {
      expect(carrierById(carrier.id)).toBe(carrier)
      expect(carriers.filter(({ id }) => id === carrier.id)).toHaveLength(1)
      expect(carrier.id).toMatch(/^[a-z][a-z0-9-]*$/)
      expect(carrier.label).not.toBe('')
      for (const host of Object.values(carrier.hosts)) expect(host).toMatch(/^https:\/\/[^/]+$/)
    })

    it('by a budget that can be kept', () => {
      expect(carrier.budget.perSecond).toBeGreaterThan(0)
      expect(carrier.budget.burst).toBeGreaterThanOrEqual(1)
      expect(carrier.budget.concurrency).toBeGreaterThanOrEqual(1)
      expect(tracking?.maxCodesPerCall).toBeGreaterThanOrEqual(1)
    })

    it('by account fields that its own schema takes, and cleans once for all', () => {
      const keys = carrier.accountFields.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.length > 0).toBe(tracking?.needsAccount === true)
      for (const { credentials } of fixtures) {
        const cleaned = carrier.account.parse(credentials)
        expect(carrier.account.parse(cleaned)).toEqual(cleaned)
        for (const { key, kind, required } of carrier.accountFields) {
          if (required && kind !== 'secret')
            expect(carrier.account.safeParse({ ...credentials, [key]: '' }).success).toBe(false)
        }
      }
    })

    it('by the codes that are its own', () => {
      for (const code of fixtures.flatMap(({ codes }) => codes)) {
        expect(carrier.recognise(code)).not.toBe('no')
        expect(recogniseCarrier(code, carriers)).toEqual({ kind: 'one', carrier: carrier.id })
        expect(new URL(carrier.publicUrl(code) ?? 'https://none.test').href).toContain(code)
      }
      fc.assert(fc.property(fc.string({ maxLength: 30 }), (text) => void carrier.recognise(text)))
      for (const none of ['', 'BR', '123', 'AA123456789BR']) expect(carrier.recognise(none)).toBe('no')
    })

    it('by a status table that knows how a parcel ends', () => {
      for (const meaning of carrier.statusTable.values()) expect(eventMeanings).toContain(meaning)
      const meanings = new Set(carrier.statusTable.values())
      for (const needed of [
        'posted',
        'in-transit',
        'out-for-delivery',
        'delivered',
        'returning',
        'returned',
        'cancelled',
      ] as const) {
        expect(meanings).toContain(needed)
      }
      expect(meanings).not.toContain('unknown')
    })
  })

  describe('does what was recorded', () => {
    it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_name, fixture) => {
      const { server, context } = await replay(fixture)
      const answers = await fetchAll(fixture, context)
      expect(Object.fromEntries(fixture.codes.map((code, i) => [code, summaryOf(answers[i])]))).toEqual(
        fixture.expected,
      )

      const asked = server.ledger.map(({ method, path, body }) => ({
        method,
        path,
        body: body === '' ? undefined : JSON.parse(body),
      }))
      expect(asked).toEqual(fixture.exchanges.map(({ request: { method, path, body } }) => ({ method, path, body })))
      fixture.exchanges.forEach(({ request }, i) => expect(server.ledger[i]?.headers).toMatchObject(request.headers))
    })

    it('keeps each code’s own part of the answer', async () => {
      for (const fixture of fixtures) {
        const { context } = await replay(fixture)
        const recorded = JSON.stringify(fixture.exchanges.map(({ response }) => response.body))
        for (const answer of await fetchAll(fixture, context)) {
          if (answer?.ok) expect(recorded).toContain(JSON.stringify(JSON.parse(answer.value.raw)))
        }
      }
    })
  })

  describe('maps events', () => {
    const events = fixtures.flatMap(({ expected }) =>
      Object.values(expected).flatMap((one) => (one.kind === 'known' ? one.events : [])),
    )

    it('leaves a code that no table has unknown, with the carrier’s words', () => {
      const invented = events.filter(({ code, meaning }) => meaning === 'unknown' && !carrier.statusTable.has(code))
      expect(invented.length).toBeGreaterThan(0)
      for (const { text } of invented) expect(text).not.toBe('')
    })

    it('maps every other code of its fixtures', () => {
      for (const { code, meaning } of events) {
        if (carrier.statusTable.has(code) && meaning !== 'unknown') expect(meaning).toBe(carrier.statusTable.get(code))
      }
      expect(events.filter(({ meaning }) => meaning !== 'unknown').length).toBeGreaterThan(0)
    })
  })

  describe('survives an answer that', () => {
    const body = () => JSON.stringify(sound?.exchanges.at(-1)?.response.body)
    it.each(unreadable)('%s: each code is malformed, and may be asked again', async (_what, instead) => {
      const { failures } = await failuresOf(instead(body()))
      expect(failures.map((failure) => failure?.code)).toEqual(failures.map(() => 'carrier.malformed-answer'))
      expect(failures.every((failure) => failure?.retryable)).toBe(true)
    })

    it('has fields that nobody knows: nothing changes', async () => {
      const fixture = sound ?? raise()
      const { context } = await replay(fixture, asAnswer(JSON.stringify(withNovelties(JSON.parse(body())))))
      const answers = await fetchAll(fixture, context)
      expect(Object.fromEntries(fixture.codes.map((code, i) => [code, summaryOf(answers[i])]))).toEqual(
        fixture.expected,
      )
    })

    it('is in another encoding than it says: nothing but letters is lost', async () => {
      const fixture = sound ?? raise()
      const { context } = await replay(fixture, asAnswer(Buffer.from(body(), 'latin1')))
      const answers = await fetchAll(fixture, context)
      fixture.codes.forEach((code, i) =>
        expect(summaryOf(answers[i])).toMatchObject({ kind: fixture.expected[code]?.kind }),
      )
    })

    it('is any JSON at all: it answers every code and never throws', async () => {
      const fixture = sound ?? raise()
      const recorded = new Map(fixture.exchanges.map(({ request, response }) => [request.path, response]))
      const last = fixture.exchanges.at(-1)?.request.path ?? raise()
      const answerOf = (text: string): CallContext => ({
        clock: { now: () => fixtureNow, sleep: () => Promise.resolve() },
        signal: signal(),
        http: {
          send: ({ path }) => {
            const { status = 200, body: known } = recorded.get(path) ?? {}
            return Promise.resolve(ok({ status, headers: {}, text: path === last ? text : JSON.stringify(known) }))
          },
        },
      })
      /** The recorded body with something arbitrary in one place of it. */
      const damaged = fc
        .tuple(fc.nat(), fc.jsonValue())
        .map(([place, value]) => damage(JSON.parse(body()), place, value))
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.jsonValue(), damaged), async (value) => {
          const answers = await fetchAll(fixture, answerOf(JSON.stringify(value)))
          expect(answers.every((answer) => answer !== undefined)).toBe(true)
        }),
        { numRuns: runs(300) },
      )
    })
  })

  describe('judges', () => {
    it('401 and 403: our access, and asking again does not help', async () => {
      for (const status of [401, 403]) {
        const { failures } = await failuresOf({
          status,
          body: '{"status":401,"error":"unauthorized","msgs":["não autorizado"]}',
        })
        for (const failure of failures) {
          expect(['carrier.credentials', 'carrier.not-enabled', 'carrier.rejected']).toContain(failure?.code)
          expect(failure?.retryable).toBe(false)
        }
      }
    })

    it('429 with a time: limited, and until when', async () => {
      const { failures } = await failuresOf({ status: 429, headers: { 'retry-after': '3600' } })
      for (const failure of failures)
        expect(failure).toMatchObject({ code: 'carrier.rate-limited', retryable: true, retryAfterMs: 3_600_000 })
    })

    it('429 without a time: limited, after tries with growing pauses', async () => {
      const { failures, clock } = await failuresOf({ status: 429 })
      for (const failure of failures) expect(failure).toMatchObject({ code: 'carrier.rate-limited', retryable: true })
      expect(clock.pauses.length).toBeGreaterThanOrEqual(3)
    })

    it.each([500, 502, 503, 504])('%i: down', async (status) => {
      const { failures } = await failuresOf({ status, body: '<html>' })
      for (const failure of failures) expect(failure).toMatchObject({ code: 'carrier.down', retryable: true })
    })

    it('silence: a time-out', async () => {
      const { failures } = await failuresOf(silence, 60)
      for (const failure of failures) expect(failure).toMatchObject({ code: 'carrier.timeout', retryable: true })
    })

    it('a connection cut in the middle of the JSON: unreachable', async () => {
      const { failures } = await failuresOf(cutWithin('{"'))
      for (const failure of failures) expect(failure).toMatchObject({ code: 'carrier.unreachable', retryable: true })
    })

    it('being cancelled: cancelled, for every code', async () => {
      const fixture = sound ?? raise()
      const { context, server } = await replay(fixture)
      for (const answer of await fetchAll(fixture, { ...context, signal: AbortSignal.abort() })) {
        expect(answer).toMatchObject({ ok: false, error: { code: 'carrier.cancelled' } })
      }
      expect(server.ledger).toHaveLength(0)
    })
  })

  it('tells no secret: in no log line, no failure, no answer', async () => {
    for (const fixture of fixtures) {
      const secrets = [
        ...fixture.secrets,
        ...carrier.accountFields.flatMap(({ key, kind }) =>
          kind === 'secret' ? (fixture.credentials[key] ?? []) : [],
        ),
      ]
      const echo = JSON.stringify({ error: 'x', message: secrets.join(' '), msgs: secrets })
      for (const instead of [
        undefined,
        { status: 400, body: echo },
        { status: 401, body: echo },
        { status: 500, body: echo },
      ]) {
        const { context, log } = await replay(fixture, instead)
        const told = JSON.stringify([await fetchAll(fixture, context), log])
        expect(log.length).toBeGreaterThan(0)
        for (const secret of secrets) expect(told).not.toContain(secret)
      }
    }
  })
})

function raise(): never {
  throw new Error('a carrier needs a fixture in which every code is known')
}
