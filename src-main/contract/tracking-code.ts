export { cleanCode, groupCode } from '../domain/tracking-code.ts'
