export { quoteRowFacts, type QuoteRowFacts } from '../domain/quote-row-facts.ts'
