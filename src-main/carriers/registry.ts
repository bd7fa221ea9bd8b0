import type { Carrier } from './carrier.ts'
import { correios } from './correios/index.ts'
import { inpost } from './inpost/index.ts'

/** Every carrier that Despacho knows: adding one is adding its folder and its name here. */
export const carriers = [correios, inpost] as const satisfies readonly Carrier[]

/** Id of a carrier of the registry. */
export type CarrierId = (typeof carriers)[number]['id']

const byId: ReadonlyMap<string, Carrier> = new Map(carriers.map((carrier) => [carrier.id, carrier]))

/** The carrier of an id as it is stored with parcels; undefined for `unknown` and for one that a newer Despacho knows. */
export const carrierById = (id: string): Carrier | undefined => byId.get(id)
