import { correiosSandbox } from '../carriers/correios/sandbox/index.ts'
import { inpostSandbox } from '../carriers/inpost/sandbox/index.ts'
import type { CarrierSandbox } from './carrier-sandbox.ts'

/** Every carrier's sandbox, one line each; it is mounted under its id. */
export const carrierSandboxes: readonly CarrierSandbox[] = [correiosSandbox, inpostSandbox]
