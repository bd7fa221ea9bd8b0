import { z } from 'zod'
import { command, query } from './define.ts'
import { FileRef } from './files.contract.ts'

export const SupportSection = z.enum(['versions', 'settings', 'counts', 'carriers', 'exchanges', 'check', 'log'])
export type SupportSection = z.output<typeof SupportSection>

export const support = {
  /** Collects what somebody who helps needs to know, to be looked through. Free of secrets and people; codes are shortened. */
  'support.collect': query({
    input: z.strictObject({}),
    output: z.strictObject({
      collection: z.string(),
      at: z.int(),
      sections: z.array(z.strictObject({ id: SupportSection, lines: z.array(z.string()) })),
    }),
  }),
  /** Writes what was collected, or collects it now, as JSON; without the sections that are not named. */
  'support.save': command({
    input: z.strictObject({
      file: FileRef,
      collection: z.string().optional(),
      sections: z.array(SupportSection).min(1).optional(),
    }),
    output: z.strictObject({ file: FileRef, size: z.int().nonnegative() }),
    errors: ['collection-gone', 'file-locked', 'disk-full'],
  }),
}
