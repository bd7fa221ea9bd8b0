/** What counts as standing still before anybody set anything, for the page to begin with. */
export { firstStalledAfter, StalledAfter } from '../domain/stillness.ts'
