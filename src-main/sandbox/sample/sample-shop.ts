import { addDays, dayOf } from '../../domain/day.ts'
import type { ParcelData } from '../../domain/parcel.ts'
import type { CarrierSandbox } from '../carrier-sandbox.ts'
import { carrierSandboxes } from '../carriers.ts'
import { visibleSteps, type Journey } from '../journey.ts'
import { seededRandom, type Random } from '../random.ts'
import { brazilianAddress, polishAddress, type Address } from './addresses.ts'
import { invoiceKey, testCpf } from './documents.ts'
import { pickGood, type Good } from './goods.ts'
import { mix, type Share } from './mix.ts'
import { brazilian, pole, type Person } from './people.ts'
import { placeJourney } from './placement.ts'

/** A shop's parcels, as a file of the shop would tell them, and what the carriers know of each. */
export type SampleShop = { readonly parcels: readonly ParcelData[]; readonly journeys: readonly Journey[] }

export type SampleOptions = {
  readonly seed: string | number
  /** The sandbox's time at which one first looks. */
  readonly now: number
  /** How many parcels; absent: 600. */
  readonly parcels?: number | undefined
}

type Draft = {
  readonly journey: Journey
  readonly person: Person
  readonly address: Address
  readonly good: Good
  /** Order of posting; labels that are not posted yet come last. */
  readonly begins: number
}

const brazilianChannels = [
  ['Loja Integrada', 'LI'],
  ['Loja Integrada', 'LI'],
  ['Mercado Livre', 'ML'],
  ['Shopee', 'SP'],
  ['Tray', 'TR'],
] as const
const polishChannels = [
  ['Allegro', 'AL'],
  ['Shoper', 'SH'],
] as const

const notes = ['Presente: não incluir a nota na caixa', 'Cliente pediu entrega após as 14h', 'Frágil', 'Segunda via']

/** Every share as often as it counts, mixed. */
function shuffledShares(random: Random): readonly Share[] {
  const shares = mix.flatMap((share) => Array.from({ length: share.count }, () => share))
  for (let i = shares.length - 1; i > 0; i--) {
    const j = random.int(0, i)
    const [a, b] = [shares[i], shares[j]]
    if (a && b) [shares[i], shares[j]] = [b, a]
  }
  return shares
}

function carrierOf(share: Share): CarrierSandbox {
  const carrier = carrierSandboxes.find(({ id }) => id === share.carrier)
  if (!carrier) throw new Error(`the sample wants a carrier ${share.carrier}`)
  return carrier
}

function draftOf(share: Share, number: number, now: number, random: Random): Draft {
  const carrier = carrierOf(share)
  const template = carrier.templates.find(({ name }) => name === share.template)
  if (!template) throw new Error(`${carrier.id} has no template ${share.template}`)
  const abroad = share.carrier === 'inpost'
  const address = abroad ? polishAddress(random) : brazilianAddress(random)
  const good = pickGood(abroad ? 'PL' : 'BR', random)
  const { weightG, lengthMm, widthMm, heightMm, price } = good
  const declaredValue = random.chance(0.6) ? price * 100 + random.pick([0, 90, 99]) : 0
  const order = {
    code: carrier.codeFor(number, template),
    facts: { weightG: weightG + random.int(-3, 6) * 10, lengthMm, widthMm, heightMm, declaredValue },
    destination: { city: address.city, state: address.state ?? '' },
  }
  const journey = placeJourney(carrier, template, order, share.wanted, now, random)
  return {
    journey,
    address,
    good,
    person: abroad ? pole(random) : brazilian(random),
    begins: journey.steps[0]?.visibleAt ?? now,
  }
}

function parcelOf(
  { journey, person, address, good, begins }: Draft,
  index: number,
  now: number,
  random: Random,
): ParcelData {
  const ours = journey.carrier === 'correios'
  const zone = ours ? 'America/Sao_Paulo' : 'Europe/Warsaw'
  const first = visibleSteps(journey, now)[0]
  const postedOn = first ? dayOf(first.at, zone) : null
  const [channel, letters] = ours ? random.pick(brazilianChannels) : random.pick(polishChannels)
  const invoice = ours ? 48_200 + index : null
  const { facts } = journey
  const { phone, ...where } = address
  const shopPromisedOn = addDays(journey.promisedOn ?? addDays(dayOf(begins, zone), 3), 2)
  return {
    code: journey.code,
    carrier: journey.carrier,
    orderNumber: `${letters}-${10_234 + index}`,
    channel,
    recipientName: person.name,
    email: person.email,
    phone,
    document: ours ? testCpf(1_000 + index * 37) : null,
    ...where,
    weightG: facts.weightG,
    lengthMm: facts.lengthMm,
    widthMm: facts.widthMm,
    heightMm: facts.heightMm,
    declaredValue: facts.declaredValue === 0 ? null : facts.declaredValue,
    currency: facts.declaredValue === 0 ? null : ours ? 'BRL' : 'PLN',
    service: facts.service === '' ? null : facts.service,
    items: good.items,
    invoiceNumber: invoice === null ? null : String(invoice),
    invoiceKey: invoice === null ? null : invoiceKey(invoice, addDays(postedOn ?? dayOf(now, zone), -1)),
    postedOn,
    shopPromisedOn,
    note: random.chance(0.04) ? random.pick(notes) : null,
  }
}

/**
 * The sample shop of the demonstration: parcels of all kinds at every stage of their lives, most of them well, so that the
 * list is lively at first sight and goes on as the sandbox's time does.
 */
export function sampleShop({ seed, now, parcels = 600 }: SampleOptions): SampleShop {
  const random = seededRandom(`shop/${seed}`)
  const shares = shuffledShares(random)
  const base = random.int(1_000_000, 8_000_000)
  const drafts = Array.from({ length: parcels }, (_, index) => {
    const share = shares[index % shares.length]
    if (!share) throw new Error('the mix of the sample is empty')
    return draftOf(share, base + index, now, random)
  }).sort((a, b) => a.begins - b.begins)
  return {
    parcels: drafts.map((draft, index) => parcelOf(draft, index, now, random)),
    journeys: drafts.map(({ journey }) => journey),
  }
}
