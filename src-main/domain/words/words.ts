import type { FileProblem, ImportField, RejectionReason } from '../import-field.ts'
import type { Parcel, Watch } from '../parcel.ts'
import type { ParcelStatus } from '../parcel-status.ts'
import type { QuoteRowFault } from '../quote-job.ts'
import type { FreightWords } from './freight.ts'
import type { RateRuleWords } from './rate-rule.ts'

/** Every column that a list or an exported file may have. */
export type ColumnKey = keyof Parcel | 'late' | 'stalledDays' | 'forecastOn'

/** Why an import was refused although its files can be read. */
export type MappingProblem = 'mapping-uncertain' | 'mapping-without-code' | 'preset-unfit' | 'preset-unknown'

/** Why a list was not written to a file. */
export type ExportProblem = 'file-locked' | 'disk-full' | 'too-many-rows' | 'file-type'

/**
 * The words that stand both on screens and in files, one object a language: a key that lacks does not compile.
 *
 * Written for vue-i18n, which takes the same objects: `{name}` is a parameter, `{'@'}` a character that would mean
 * something to it. `fill` reads both where there is no vue-i18n.
 */
export type Words = {
  readonly status: Readonly<Record<ParcelStatus, string>>
  readonly column: Readonly<Record<ColumnKey, string>>
  readonly watch: Readonly<Record<Watch, string>>
  readonly importField: Readonly<Record<ImportField, string>>
  /** What is wrong with a cell and what to do; parameters are the rejection's `detail`. */
  readonly reason: Readonly<Record<RejectionReason, string>>
  /** Why nothing of a file was taken and what to do; parameters are the problem's `detail`. */
  readonly problem: Readonly<Record<FileProblem | MappingProblem, string>>
  readonly exportProblem: Readonly<Record<ExportProblem, string>>
  /** Titles and values in the files that Despacho writes. */
  readonly file: {
    readonly parcels: string
    readonly rejected: string
    readonly reason: string
    readonly line: string
    readonly source: string
    readonly yes: string
    readonly no: string
    readonly unknownCarrier: string
  }
  /** The folders into which files of the watched folder are moved, and the text that is put beside each. */
  readonly watchedFolder: {
    /** Name of the folder for files that are stored. */
    readonly done: string
    /** Name of the folder for files that somebody has to look at. */
    readonly pending: string
    /** Last part of the text's name. */
    readonly result: string
    readonly file: string
    readonly when: string
    readonly preset: string
    readonly stored: string
    readonly changed: string
    readonly unchanged: string
    readonly undecided: string
    readonly undecidedNext: string
    readonly rejected: string
    readonly rejectedNext: string
    readonly nothing: string
    readonly cancelled: string
    readonly internal: string
  }
  readonly freight: FreightWords
  /** What came of many quotes. */
  readonly quoteJob: {
    readonly sheet: string
    readonly column: Readonly<
      Record<
        | 'line'
        | 'reference'
        | 'to'
        | 'weightG'
        | 'declaredValue'
        | 'used'
        | 'cheapest'
        | 'fastest'
        | 'chosen'
        | 'price'
        | 'days'
        | 'latestOn'
        | 'rule'
        | 'chosenOverCheapest'
        | 'usedOverChosen'
        | 'fault',
        string
      >
    >
    readonly fault: Readonly<Record<QuoteRowFault, string>>
  }
  readonly rateRule: RateRuleWords
}
