export { words } from '../domain/words/index.ts'
