import { z } from 'zod'
import { DaySchema } from './parcel-query.ts'

/** What a shipment is packed as; limits and volumetric weight go by it. */
export const shipmentFormats = ['envelope', 'box', 'roll'] as const
export type ShipmentFormat = (typeof shipmentFormats)[number]

/** A Brazilian postal code as it is stored: eight digits. */
export const Cep = z.string().regex(/^\d{8}$/)

const length = z.int().min(1).max(10_000)

/** One parcel that may be sent: what its freight depends on, the service apart. Grams, millimetres, centavos. */
export const Shipment = z.strictObject({
  from: Cep,
  to: Cep,
  weightG: z.int().min(1).max(1_000_000),
  format: z.enum(shipmentFormats),
  /** Of a roll: its length. */
  lengthMm: length,
  /** Of a roll: its diameter. */
  widthMm: length,
  /** Of an envelope and a roll: not asked for, null. */
  heightMm: length.nullable(),
  /** Value that the customer is told the carrier is liable for; null: only its automatic cover. */
  declaredValue: z.int().min(1).nullable(),
  /** Aviso de recebimento: the sender gets the recipient's signature. */
  receipt: z.boolean(),
  /** Mão própria: handed to nobody but the recipient. */
  ownHands: z.boolean(),
  postedOn: DaySchema,
})
export type Shipment = z.output<typeof Shipment>
