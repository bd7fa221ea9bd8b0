import { z } from 'zod'
import { Person, personKeys } from '../domain/person.ts'
import { command, query } from './define.ts'
import { FileRef } from './files.contract.ts'
import { ParcelRow } from './parcels.contract.ts'

export { Person, personKeys }

export const PersonalLogEntry = z.strictObject({
  at: z.int(),
  kind: z.enum(['erased', 'exported', 'aged']),
  /** What the person was named by, never the value; for `aged` the months. */
  rule: z.string(),
  parcels: z.int().nonnegative(),
  files: z.int().nonnegative(),
})
export type PersonalLogEntry = z.output<typeof PersonalLogEntry>

/** Personal data: how long it is kept, and what one person may ask for. */
export const personal = {
  /** What is stored of a person: all parcels whose document, e-mail, phone or whole name is this one. */
  'personal.find': query({
    input: Person,
    output: z.strictObject({
      count: z.int().nonnegative(),
      /** The newest of them. */
      rows: z.array(ParcelRow),
      /** How many different documents these parcels have: a name may be several people's. */
      documents: z.int().nonnegative(),
      /** Removed parcels that could still come back. */
      removed: z.int().nonnegative(),
      /** Remembered searches and saved filters that name the person. */
      searches: z.int().nonnegative(),
      /** Reports of imports that name the person. */
      files: z.int().nonnegative(),
      /** Backups made before now have it until they are replaced. */
      backups: z.int().nonnegative(),
    }),
  }),
  /** Writes it to a file: a workbook of the parcels, or JSON with events, history and the carriers' answers. */
  'personal.export': command({
    input: z.strictObject({ person: Person, file: FileRef }),
    output: z.strictObject({ parcels: z.int().nonnegative(), file: FileRef }),
    errors: ['person-unknown', 'file-locked', 'disk-full', 'too-many-rows', 'file-type'],
  }),
  /** Erases it for good; statistics stay. `cleaned`: the file was written anew, so that nothing is left in its unused places. */
  'personal.erase': command({
    input: Person,
    output: z.strictObject({
      parcels: z.int().nonnegative(),
      removed: z.int().nonnegative(),
      files: z.int().nonnegative(),
      /** Reports that could not be deleted: another program has them open. */
      filesLeft: z.int().nonnegative(),
      cleaned: z.boolean(),
    }),
    errors: ['person-unknown'],
  }),
  /** How many parcels a retention of so many months would anonymise now. */
  'personal.preview': query({
    input: z.strictObject({ months: z.int().min(1).max(120) }),
    output: z.strictObject({ parcels: z.int().nonnegative(), before: z.int() }),
  }),
  /** What was done with personal data, newest first. */
  'personal.log': query({ input: z.strictObject({}), output: z.array(PersonalLogEntry) }),
}
