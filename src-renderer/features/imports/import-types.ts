import type { z } from 'zod'
import type { contract } from '../../../src-main/contract/index.ts'
import type { ImportPreset } from '../../../src-main/contract/imports.contract.ts'
import type { InputOf } from '../../../src-main/contract/define.ts'

export type { ChosenFile } from '../../../src-main/contract/files.contract.ts'
export type {
  ImportChange,
  ImportCheck,
  ImportColumn,
  ImportInspection,
  ImportPreset,
  ImportProgress,
  ImportSummary,
} from '../../../src-main/contract/imports.contract.ts'

export type ReadOptions = NonNullable<InputOf<(typeof contract)['imports.inspect']>['options']>
export type ImportMapping = z.output<(typeof contract)['imports.check']['input']>['mapping']
export type ImportField = ImportMapping['columns'][number]['field']
/** What becomes of rows that differ from what is stored. */
export type ChangeDecision = 'accept' | 'keep'
export type PresetDecision = ImportPreset['changes']
export type Rejection = z.output<(typeof contract)['imports.check']['output']>['rejections'][number]
