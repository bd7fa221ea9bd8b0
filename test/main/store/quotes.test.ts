import { describe, expect, it } from 'vitest'
import type { ServiceDeadline, ServicePrice } from '../../../src-main/domain/quote.ts'
import type { QuoteRowInput } from '../../../src-main/domain/quote-job.ts'
import type { Shipment } from '../../../src-main/domain/shipment.ts'
import type { QuotedQuestion, Store } from '../../../src-main/store/store.ts'
import { cleanUpStores, openTemporary } from './temporary-store.ts'

cleanUpStores()

const shipment: Shipment = {
  from: '01310100',
  to: '22250040',
  weightG: 800,
  format: 'box',
  lengthMm: 200,
  widthMm: 150,
  heightMm: 100,
  declaredValue: null,
  receipt: false,
  ownHands: false,
  postedOn: '2026-11-27',
}
const price = (total: number): ServicePrice => ({
  total,
  service: total,
  extras: [],
  chargedWeightG: 800,
  byVolume: false,
})
const deadline: ServiceDeadline = {
  days: 3,
  latestOn: '2026-12-02',
  homeDelivery: true,
  onSaturdays: false,
  onSundays: null,
  warning: null,
}

async function open(): Promise<{ store: Store; account: number; ask: (more?: Partial<Shipment>) => QuotedQuestion }> {
  const store = await openTemporary()
  const account = await store.write.accounts.save(
    { carrier: 'correios', name: 'Loja', environment: 'sandbox', fields: {}, secretsEnteredAt: null },
    1,
  )
  if (typeof account !== 'number') throw new Error(account)
  const ask = (more: Partial<Shipment> = {}): QuotedQuestion => ({
    account,
    service: '03220',
    shipment: { ...shipment, ...more },
    band: 1000,
  })
  return { store, account, ask }
}

describe('what a carrier said of a price', () => {
  it('is there for the same question, and for no other', async () => {
    const { store, ask } = await open()
    await store.write.quotes.record([{ ...ask(), price: { value: price(1992), at: 100 }, deadline: null }])
    await store.write.quotes.record([{ ...ask(), price: null, deadline: { value: deadline, at: 200 } }])
    const [same, later, other, service] = await store.read.quotes.fresh(
      [ask(), ask({ postedOn: '2026-11-28' }), ask({ weightG: 801 }), { ...ask(), service: '03298' }],
      100,
    )
    expect(same).toEqual({ price: { value: price(1992), at: 100 }, deadline: { value: deadline, at: 200 } })
    for (const none of [later, other, service]) expect(none).toEqual({ price: null, deadline: null })
  })

  it('is too old from a moment on, each half by itself', async () => {
    const { store, ask } = await open()
    await store.write.quotes.record([
      { ...ask(), price: { value: price(1992), at: 100 }, deadline: { value: deadline, at: 200 } },
    ])
    expect(await store.read.quotes.fresh([ask()], 150)).toEqual([
      { price: null, deadline: { value: deadline, at: 200 } },
    ])
  })

  it('serves the same lane and band: the same place first, then the nearest, then the newest', async () => {
    const { store, ask } = await open()
    const said = async (to: string, total: number, at: number, more: Partial<Shipment> = {}) =>
      store.write.quotes.record([{ ...ask({ to, ...more }), price: { value: price(total), at }, deadline: null }])
    await said('22299000', 100, 10)
    await said('22250999', 200, 20)
    await said('22250111', 300, 15)
    expect(await store.read.quotes.nearest(ask())).toMatchObject({
      price: { value: { total: 200 } },
      priceTo: '22250999',
    })
    expect(await store.read.quotes.nearest(ask({ to: '22210000' }))).toMatchObject({ price: { value: { total: 200 } } })
    await said('22250040', 400, 5)
    expect(await store.read.quotes.nearest(ask())).toMatchObject({
      price: { value: { total: 400 } },
      priceTo: '22250040',
    })
    expect(await store.read.quotes.nearest(ask({ to: '40010000' }))).toMatchObject({ price: null, priceTo: null })
  })

  it('does not serve another band, origin or set of extras', async () => {
    const { store, ask } = await open()
    await store.write.quotes.record([{ ...ask(), price: { value: price(1992), at: 100 }, deadline: null }])
    expect(await store.read.quotes.nearest({ ...ask(), band: 2000 })).toMatchObject({ price: null })
    expect(await store.read.quotes.nearest(ask({ from: '40010000' }))).toMatchObject({ price: null })
    expect(await store.read.quotes.nearest(ask({ receipt: true }))).toMatchObject({ price: null })
    expect(await store.read.quotes.nearest(ask({ declaredValue: 5000 }))).toMatchObject({ price: null })
  })

  it('goes with its account', async () => {
    const { store, account, ask } = await open()
    await store.write.quotes.record([{ ...ask(), price: { value: price(1992), at: 100 }, deadline: null }])
    await store.write.accounts.remove(account)
    expect(await store.read.quotes.fresh([ask()], 0)).toEqual([{ price: null, deadline: null }])
    expect((await store.check()).found).toEqual([])
  })
})

describe('a job of many quotes', () => {
  const row = (line: number, more: Partial<QuoteRowInput> = {}): QuoteRowInput => ({
    line,
    reference: `pedido ${line}`,
    used: null,
    channel: null,
    shipment,
    fault: null,
    ...more,
  })

  it('has its rows in order, the open ones apart, and counts an answer once', async () => {
    const { store, account } = await open()
    const jobs = { read: store.read.quoteJobs, write: store.write.quoteJobs }
    const id = await jobs.write.begin({ name: 'pedidos.csv', account, now: 5 }, [
      row(2),
      row(3, { shipment: null, fault: 'weight-missing' }),
      row(4),
    ])
    expect(await jobs.read.get(id)).toMatchObject({ state: 'running', total: 3, done: 0, bad: 1, problem: null })
    const result = {
      offers: [],
      cheapest: '03298',
      fastest: null,
      choice: { service: null, why: 'no-offers' as const, by: null, steps: [] },
    }
    await jobs.write.record(id, [{ row: 1, result }])
    await jobs.write.record(id, [{ row: 1, result }])
    expect(await jobs.read.get(id)).toMatchObject({ done: 1 })
    expect((await jobs.read.open(id, 10)).map(({ line }) => line)).toEqual([4])
    expect((await jobs.read.rows(id, 1, 10)).map(({ row: number, state }) => [number, state])).toEqual([
      [2, 'bad'],
      [3, 'open'],
    ])
    await jobs.write.setState(id, 'stopped', 'carrier.down')
    expect(await jobs.read.list()).toMatchObject([{ id, state: 'stopped', problem: 'carrier.down' }])
    expect(await jobs.write.remove(id)).toBe(true)
    expect(await jobs.read.rows(id, 0, 10)).toEqual([])
  })
})
