import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallContext, Carrier, CarrierFailure } from '../../../src-main/carriers/carrier.ts'
import { carriers as registered } from '../../../src-main/carriers/registry.ts'
import { quoteRefusals, type ServiceDeadline, type ServicePrice } from '../../../src-main/domain/quote.ts'
import { ok } from '../../../src-main/domain/result.ts'
import { shipmentFormats, type Shipment } from '../../../src-main/domain/shipment.ts'
import { cutWithin, silence, type Reply } from '../../support/loopback-server.ts'
import { runs } from '../../support/property-runs.ts'
import { damage, withNovelties } from './damage.ts'
import { askQuotes, quoteFixturesOf, quoteSummary, type QuoteFixture } from './quote-fixtures.ts'
import { fixtureNow, replay } from './replay.ts'
import { asAnswer, unreadable } from './unreadable.ts'

const quoters = (registered as readonly Carrier[]).flatMap((carrier) => {
  const { quoting } = carrier.capabilities
  return quoting ? [{ id: carrier.id, carrier, quoting }] : []
})

const size = fc.integer({ min: 1, max: 10_000 })
const anyShipment: fc.Arbitrary<Shipment> = fc.record({
  from: fc.constant('01001000'),
  to: fc.constant('20040002'),
  weightG: fc.integer({ min: 1, max: 1_000_000 }),
  format: fc.constantFrom(...shipmentFormats),
  lengthMm: size,
  widthMm: size,
  heightMm: fc.option(size),
  declaredValue: fc.option(fc.integer({ min: 1, max: 100_000_000 })),
  receipt: fc.boolean(),
  ownHands: fc.boolean(),
  postedOn: fc.constant('2026-11-20'),
})

/** What every carrier that quotes must do; a new one passes by its fixtures alone. */
describe.each(quoters)('$id quotes', ({ carrier, quoting }) => {
  const fixtures = quoteFixturesOf(carrier.id)
  /** Fixtures whose every question is answered, for damaging the answer. */
  const sound = (['prices', 'deadlines'] as const).map((asks): readonly [string, QuoteFixture] => [
    asks,
    fixtures.find((one) => one.asks === asks && Object.values(one.expected).every(({ kind }) => kind === 'answered')) ??
      raise(),
  ])
  const keysOf = ({ questions }: QuoteFixture) => questions.map(({ key }) => key)
  const summaries = async (fixture: QuoteFixture, context: CallContext) => {
    const answers = await askQuotes(quoting, fixture, context)
    expect([...answers.keys()].sort()).toEqual(keysOf(fixture).sort())
    return Object.fromEntries(keysOf(fixture).map((key) => [key, quoteSummary(answers.get(key))]))
  }
  const failuresOf = async (fixture: QuoteFixture, instead: Reply, timeoutMs?: number) => {
    const { context, ...rest } = await replay(fixture, instead, timeoutMs)
    const answers = await askQuotes(quoting, fixture, context)
    const failures = keysOf(fixture).map((key): CarrierFailure | null => {
      const answer = answers.get(key)
      return answer && !answer.ok && 'retryable' in answer.error ? answer.error : null
    })
    expect(failures).not.toContain(null)
    return { failures: failures.filter((failure) => failure !== null), ...rest }
  }

  it('has an account, whose access can be tested', () => {
    expect(carrier.accountFields.length).toBeGreaterThan(0)
    expect(carrier.capabilities.access).toBeDefined()
  })

  it('refuses shipments without asking in words that screens know, each once, and takes some', () => {
    const services = [...new Set(fixtures.flatMap(({ questions }) => questions.map(({ service }) => service)))]
    fc.assert(
      fc.property(fc.constantFrom(...services), anyShipment, (code, shipment) => {
        const refusals = quoting.check({ code, name: '' }, shipment)
        for (const refusal of refusals) {
          expect(quoteRefusals).toContain(refusal.code)
          expect(refusal).toMatchObject({ carrierSays: null, carrierCode: null })
        }
        const told = refusals.map(
          ({ code: refused, detail }) => `${refused} ${detail?.['side'] ?? detail?.['extra'] ?? ''}`,
        )
        expect(new Set(told).size).toBe(told.length)
      }),
      { numRuns: runs(300) },
    )
    for (const { expected, questions } of fixtures) {
      for (const { key, service, shipment } of questions) {
        if (expected[key]?.kind === 'answered') expect(quoting.check({ code: service, name: '' }, shipment)).toEqual([])
      }
    }
  })

  describe('as was recorded', () => {
    it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_name, fixture) => {
      const { server, context } = await replay(fixture)
      expect(await summaries(fixture, context)).toEqual(fixture.expected)
      const asked = server.ledger.map(({ method, path, body }) => ({
        method,
        path,
        body: body === '' ? undefined : (JSON.parse(body) as unknown),
      }))
      expect(asked).toEqual(fixture.exchanges.map(({ request: { method, path, body } }) => ({ method, path, body })))
      fixture.exchanges.forEach(({ request }, i) => expect(server.ledger[i]?.headers).toMatchObject(request.headers))
    })

    it('keeps the carrier’s words of a refusal', async () => {
      for (const fixture of fixtures) {
        const { context } = await replay(fixture)
        const recorded = JSON.stringify(fixture.exchanges.map(({ response }) => response.body))
        for (const answer of (await askQuotes(quoting, fixture, context)).values()) {
          if (answer.ok || !('carrierSays' in answer.error)) continue
          expect(answer.error.carrierSays).not.toBeNull()
          expect(recorded).toContain(answer.error.carrierSays)
        }
      }
    })
  })

  it('asks nothing where nothing is asked', async () => {
    for (const [, fixture] of sound) {
      const { context, server } = await replay(fixture)
      expect((await askQuotes(quoting, { ...fixture, questions: [] }, context)).size).toBe(0)
      expect(server.ledger).toHaveLength(0)
    }
  })

  describe.each(sound)('%s survive an answer that', (_asks, fixture) => {
    const body = () => JSON.stringify(fixture.exchanges.at(-1)?.response.body)

    it.each(unreadable)('%s: each question is malformed, and may be asked again', async (_what, instead) => {
      const { failures } = await failuresOf(fixture, instead(body()))
      expect(failures.map(({ code }) => code)).toEqual(failures.map(() => 'carrier.malformed-answer'))
      expect(failures.every(({ retryable }) => retryable)).toBe(true)
    })

    it('has fields that nobody knows: nothing changes', async () => {
      const { context } = await replay(fixture, asAnswer(JSON.stringify(withNovelties(JSON.parse(body())))))
      expect(await summaries(fixture, context)).toEqual(fixture.expected)
    })

    it('is in another encoding than it says: nothing but letters is lost', async () => {
      const { context } = await replay(fixture, asAnswer(Buffer.from(body(), 'latin1')))
      for (const summary of Object.values(await summaries(fixture, context))) expect(summary?.kind).toBe('answered')
    })

    it('is any JSON at all: it answers every question, never throws and never makes up a price', async () => {
      const recorded = new Map(fixture.exchanges.map(({ request, response }) => [request.path, response]))
      const last = fixture.exchanges.at(-1)?.request.path ?? raise()
      const answerOf = (text: string): CallContext => ({
        clock: { now: () => fixtureNow, sleep: () => Promise.resolve() },
        signal: new AbortController().signal,
        http: {
          send: ({ path }) => {
            const { status = 200, body: known } = recorded.get(path) ?? {}
            return Promise.resolve(ok({ status, headers: {}, text: path === last ? text : JSON.stringify(known) }))
          },
        },
      })
      const damaged = fc
        .tuple(fc.nat(), fc.jsonValue())
        .map(([place, value]) => damage(JSON.parse(body()), place, value))
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.jsonValue(), damaged), async (value) => {
          const answers = await askQuotes(quoting, fixture, answerOf(JSON.stringify(value)))
          for (const key of keysOf(fixture)) {
            const answer = answers.get(key)
            expect(answer).toBeDefined()
            if (answer?.ok) expectSense(answer.value as ServicePrice | ServiceDeadline)
          }
        }),
        { numRuns: runs(300) },
      )
    })
  })

  describe.each(sound)('%s judge', (_asks, fixture) => {
    it('401 and 403: our access, and asking again does not help', async () => {
      for (const status of [401, 403]) {
        const { failures } = await failuresOf(fixture, { status, body: '{"msgs":["não autorizado"]}' })
        for (const { code, retryable } of failures) {
          expect(['carrier.credentials', 'carrier.not-enabled']).toContain(code)
          expect(retryable).toBe(false)
        }
      }
    })

    it('429 with a time: limited, and until when', async () => {
      const { failures } = await failuresOf(fixture, { status: 429, headers: { 'retry-after': '3600' } })
      for (const failure of failures)
        expect(failure).toMatchObject({ code: 'carrier.rate-limited', retryable: true, retryAfterMs: 3_600_000 })
    })

    it.each<[string, Reply, CarrierFailure['code'], number?]>([
      ['429 without a time: limited', { status: 429 }, 'carrier.rate-limited'],
      ['500: down', { status: 500, body: '<html>' }, 'carrier.down'],
      ['503: down', { status: 503 }, 'carrier.down'],
      ['silence: a time-out', silence, 'carrier.timeout', 60],
      ['a connection cut in the middle of the JSON: unreachable', cutWithin('[{"'), 'carrier.unreachable'],
    ])('%s', async (_what, instead, code, timeoutMs) => {
      const { failures } = await failuresOf(fixture, instead, timeoutMs)
      for (const failure of failures) expect(failure).toMatchObject({ code, retryable: true })
    })

    it('being cancelled: cancelled, for every question', async () => {
      const { context, server } = await replay(fixture)
      const answers = await askQuotes(quoting, fixture, { ...context, signal: AbortSignal.abort() })
      for (const key of keysOf(fixture)) {
        expect(answers.get(key)).toMatchObject({ ok: false, error: { code: 'carrier.cancelled' } })
      }
      expect(server.ledger).toHaveLength(0)
    })
  })

  it('tells no secret: in no log line, no failure, no refusal', async () => {
    for (const fixture of fixtures) {
      const echo = JSON.stringify({ error: 'x', message: fixture.secrets.join(' '), msgs: fixture.secrets })
      for (const instead of [
        undefined,
        { status: 200, body: echo },
        { status: 400, body: echo },
        { status: 401, body: echo },
        { status: 500, body: echo },
      ]) {
        const { context, log } = await replay(fixture, instead)
        const told = JSON.stringify([[...(await askQuotes(quoting, fixture, context))], log])
        expect(log.length).toBeGreaterThan(0)
        for (const secret of fixture.secrets) expect(told).not.toContain(secret)
      }
    }
  })
})

/** A price is more than nothing, in whole centavos; a deadline is whole days. */
function expectSense(value: ServicePrice | ServiceDeadline): void {
  if ('days' in value) {
    expect(Number.isSafeInteger(value.days) && value.days >= 0).toBe(true)
    return
  }
  expect(Number.isSafeInteger(value.total) && value.total > 0).toBe(true)
  for (const amount of [value.service, ...value.extras.map(({ price }) => price)]) {
    expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true)
  }
}

function raise(): never {
  throw new Error('a carrier that quotes needs fixtures of prices and of deadlines in which everything is answered')
}
