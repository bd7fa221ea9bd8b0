import { z } from 'zod'

/** A text that may be absent, null or nonsense; all three are as good as absent. */
const text = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()
  .catch(undefined)

const Machine = z
  .object({
    name: text,
    address: z.object({ line1: text, line2: text }).optional().catch(undefined),
  })
  .optional()
  .catch(undefined)

/** The answer of `GET /v1/tracking/{number}`. Details stay unread, so that an odd one costs only itself. */
export const TrackingBody = z.object({
  tracking_number: text,
  status: text,
  custom_attributes: z.object({ target_machine_id: text, target_machine_detail: Machine }).optional().catch(undefined),
  tracking_details: z.array(z.unknown()),
})
export type TrackingBody = z.output<typeof TrackingBody>

/** One entry of the history. */
export const TrackingDetail = z.object({ status: text, origin_status: text, agency: text, datetime: text })
export type TrackingDetail = z.output<typeof TrackingDetail>

/** The body of an error: `{"status":404,"error":"resource_not_found","message":"…","details":{}}`. */
export const ErrorBody = z.object({ error: text, message: text })
