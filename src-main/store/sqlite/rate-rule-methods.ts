import { z } from 'zod'
import { RuleAction, RuleConditions, type RateRule } from '../../domain/rate-rules.ts'
import type { ReaderContext } from './reader-context.ts'
import { sql } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

const json = z.string().transform((text): unknown => JSON.parse(text))

const RuleRow = z.object({
  name: z.string().nullable(),
  isOn: z.number(),
  conditions: json.pipe(RuleConditions),
  action: json.pipe(RuleAction),
})

/** Reads of the rules. One that can't be read is a fault and not left out: it may say what must never be chosen. */
export const rateRuleReader = {
  rateRules: ({ connection }: ReaderContext): RateRule[] =>
    connection.all(sql`SELECT name, isOn, conditions, action FROM rate_rules ORDER BY position`).map((row) => {
      const { name, isOn, conditions, action } = RuleRow.parse(row)
      return { name, on: isOn === 1, when: conditions, action }
    }),
}

/** Writes of the rules. */
export const rateRuleWriter = {
  replaceRateRules({ connection }: WriterContext, rules: readonly RateRule[]): void {
    connection.transaction(() => {
      connection.run(sql`DELETE FROM rate_rules`)
      rules.forEach(({ name, on, when, action }, position) =>
        connection.run(sql`
          INSERT INTO rate_rules (position, name, isOn, conditions, action)
          VALUES (${position}, ${name}, ${on ? 1 : 0}, ${JSON.stringify(when)}, ${JSON.stringify(action)})`),
      )
    })
  },
}
