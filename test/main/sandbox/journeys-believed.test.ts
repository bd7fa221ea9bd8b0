import { expect, it } from 'vitest'
import { carriers } from '../../../src-main/carriers/registry.ts'
import { deriveStatus } from '../../../src-main/domain/derive-status.ts'
import { carrierSandboxes } from '../../../src-main/sandbox/carriers.ts'
import { sampleShop } from '../../../src-main/sandbox/sample/sample-shop.ts'
import { truthAt } from '../../../src-main/sandbox/journey.ts'
import { clientUnderTest } from './client-under-test.ts'
import { monday } from './sandbox-under-test.ts'

const all = carrierSandboxes.flatMap(({ id, templates }) =>
  templates.map((template) => ({ name: `${id}/${template.name}`, carrierId: id, template: template.name })),
)

const placeName = (place: { readonly name?: string | undefined } | undefined) => place?.name ?? null

it.each(all)('Despacho believes what is true of $name, after each step', async ({ carrierId, template }) => {
  const carrier = carriers.find(({ id }) => id === carrierId)
  const tracking = carrier?.capabilities.tracking
  if (!carrier || !tracking) throw new Error(`no tracking at ${carrierId}`)
  const { sandbox, context, credentials } = await clientUnderTest(carrier)
  sandbox.clock.run(0)
  const made = sandbox.maker.make({ carrier: carrierId, template, startAt: monday })
  if (!made.ok) throw new Error(made.error)
  const journey = made.value
  sandbox.load([journey])
  expect(carrier.recognise(journey.code)).not.toBe('no')

  for (const now of [monday - 1000, ...journey.steps.map(({ visibleAt }) => visibleAt)]) {
    sandbox.clock.set(now)
    const truth = truthAt(journey, now)
    const answer = (await tracking.fetch([journey.code], credentials, context)).get(journey.code)
    if (!answer?.ok) throw new Error(`no answer: ${answer?.error.message}`)
    if (answer.value.kind === 'not-found') {
      expect(truth.known).toBe(false)
      continue
    }
    const { events, promisedOn } = answer.value
    expect(events.map(({ code, at, place }) => ({ code, at, place: placeName(place) }))).toEqual(
      truth.events.map(({ code, at, place }) => ({ code, at, place: placeName(place) })),
    )
    expect(deriveStatus(events).status).toBe(truth.status)
    expect(promisedOn).toBe(truth.promisedOn)
    const unknown = events.filter(({ meaning }) => meaning === 'unknown').map(({ code }) => code)
    expect(unknown).toEqual(truth.invented)
  }
})

it('Despacho believes what is true of the whole sample shop', async () => {
  for (const carrier of carriers) {
    const { sandbox, context, credentials } = await clientUnderTest(carrier)
    sandbox.clock.run(0)
    sandbox.load(sampleShop({ seed: 'believed', now: monday }).journeys)
    const truths = sandbox.journeys.truths({ carrier: carrier.id })
    const codes = truths.map(({ code }) => code)
    const answers = await carrier.capabilities.tracking.fetch(codes, credentials, context)
    const believed = codes.map((code) => {
      const answer = answers.get(code)
      if (!answer?.ok) throw new Error(`no answer about ${code}: ${answer?.error.message}`)
      return [code, answer.value.kind === 'known' ? deriveStatus(answer.value.events).status : 'registered']
    })
    expect(believed).toEqual(truths.map(({ code, status }) => [code, status]))
  }
})
