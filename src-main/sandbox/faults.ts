import { z } from 'zod'

/** What can be made to go wrong. */
const faultKinds = [
  /** 429, with `Retry-After` when `retryAfter` (seconds) is given. */
  'rate-limit',
  /** Another HTTP status, without a body: 500 unless `status` says which. */
  'status',
  /** The answer comes after `ms` milliseconds; without `ms` never. */
  'timeout',
  /** The connection is broken off before anything is answered. */
  'reset',
  /** The real answer, its body cut off in the middle. */
  'cut',
  /** A gateway's page in HTML, with HTTP 200 unless `status` says otherwise. */
  'html',
  /** No body, with HTTP 200 unless `status` says otherwise. */
  'empty',
  /** The real answer in ISO-8859-1, called UTF-8. */
  'wrong-charset',
  /** The real answer with fields in every object that nobody has heard of. */
  'extra-fields',
  /** `{"msg":"…"}`, with HTTP 200 unless `status` says otherwise. */
  'msg-body',
  /** `{"mensagem":"…"}`, with HTTP 200 unless `status` says otherwise. */
  'mensagem-body',
] as const

/** A rule: which requests fail how, and how often. */
export const FaultRule = z.strictObject({
  /** Absent: every carrier. */
  carrier: z.string().optional(),
  /** Beginning of the carrier's own path (`/token`), or a code that is asked for (tracking code, postal code, number of a question). Absent: every request. */
  match: z.string().min(1).optional(),
  kind: z.enum(faultKinds),
  status: z.int().min(100).max(599).optional(),
  retryAfter: z.number().min(0).optional(),
  ms: z.number().min(0).optional(),
  /** How often it happens before the rule is spent. Absent: always. */
  times: z.int().positive().optional(),
  /** One matching request in so many: 3 hits the third, the sixth … */
  every: z.int().positive().optional(),
})
export type FaultRule = z.output<typeof FaultRule>

/** A rule at work. */
export type Fault = { readonly id: number; readonly rule: FaultRule; readonly met: number; readonly applied: number }

/** The rules in force, oldest first. */
export type FaultBook = {
  add(rule: FaultRule): Fault
  list(): readonly Fault[]
  remove(id: number): boolean
  clear(): void
  /** The rule that this request falls under, counted as applied; undefined: it is answered as it should be. */
  next(request: { carrier: string; path: string; codes: readonly string[] }): FaultRule | undefined
}

/** Makes an empty book of faults. */
export function createFaultBook(): FaultBook {
  const faults = new Map<number, { id: number; rule: FaultRule; met: number; applied: number }>()
  let lastId = 0

  const concerns = (rule: FaultRule, request: { carrier: string; path: string; codes: readonly string[] }) => {
    if (rule.carrier !== undefined && rule.carrier !== request.carrier) return false
    if (rule.match === undefined) return true
    return rule.match.startsWith('/') ? request.path.startsWith(rule.match) : request.codes.includes(rule.match)
  }

  return {
    add(rule) {
      const fault = { id: ++lastId, rule, met: 0, applied: 0 }
      faults.set(fault.id, fault)
      return { ...fault }
    },
    list: () => [...faults.values()].map((fault) => ({ ...fault })),
    remove: (id) => faults.delete(id),
    clear: () => faults.clear(),
    next(request) {
      for (const fault of faults.values()) {
        if (!concerns(fault.rule, request) || fault.applied === fault.rule.times) continue
        fault.met++
        if (fault.met % (fault.rule.every ?? 1) !== 0) continue
        fault.applied++
        return fault.rule
      }
      return undefined
    },
  }
}
