import type { ParcelId } from '../../domain/parcel.ts'

/** What is wrong, in words for support, and with which parcel. */
export type Finding = { readonly message: string; readonly parcelId: ParcelId | null }

/** One thing that must hold: how many rows were looked at, and what was found. */
export type Checked = { readonly rows: number; readonly found: readonly Finding[] }
