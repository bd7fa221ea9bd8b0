export { words } from '../domain/words/index.ts'
export { rateRuleSentences } from '../domain/words/rate-rule-sentences.ts'
