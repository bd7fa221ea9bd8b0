import type { ProcedureError } from '../../src-main/contract/define.ts'

/** A failure in words: what happened, what was not done, what to do, and what support asks for. */
export type ProblemSentence = {
  readonly what: string
  readonly undone: string | null
  readonly next: string | null
  /** Code, message and numbers of the failure, for support. */
  readonly support: string
}

/** The part of vue-i18n that this needs. */
export type Translator = {
  t: (key: string, params: Record<string, unknown>) => string
  te: (key: string) => boolean
}

/**
 * Where the sentence of an error code may stand, the first that is there wins: the procedure's own
 * (`errors.in.accounts.save.name-taken`), the code's, the words that screens share with files. A list that could not be
 * written is another matter than a file that could not be read, under the same code.
 */
export function sentenceKeys(code: string, procedure?: string): string[] {
  const own = procedure === undefined ? [] : [`errors.in.${procedure}.${code}`]
  const general = [`errors.${code}`, `words.problem.${code}`, `words.exportProblem.${code}`]
  return procedure === 'parcels.export' ? [...own, `words.exportProblem.${code}`, ...general] : [...own, ...general]
}

/** Makes the sentences of an error; a code that nobody wrote a sentence for is `internal` with its code for support. */
export function problemSentence(error: ProcedureError, { t, te }: Translator, procedure?: string): ProblemSentence {
  const params = { ...error.detail }
  const support = supportLine(error, procedure)
  for (const key of sentenceKeys(error.code, procedure)) {
    if (te(key)) return { what: t(key, params), undone: null, next: null, support }
    if (te(`${key}.what`))
      return { what: t(`${key}.what`, params), undone: part(`${key}.undone`), next: part(`${key}.next`), support }
  }
  return problemSentence({ ...error, code: 'internal' }, { t, te })

  function part(key: string): string | null {
    return te(key) ? t(key, params) : null
  }
}

function supportLine(error: ProcedureError, procedure?: string): string {
  const detail = Object.entries(error.detail ?? {}).map(([name, value]) => `${name}=${value}`)
  return [procedure, error.code, error.message, ...detail]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}

/** The sentence of a code that came without an error around it, such as why a carrier is left alone or a file was put aside. */
export function reasonSentence(
  code: string,
  { t, te }: Translator,
  procedure?: string,
  detail: Readonly<Record<string, string | number>> = {},
): string {
  for (const key of sentenceKeys(code, procedure)) {
    if (te(`${key}.what`)) return t(`${key}.what`, { ...detail })
    if (te(key)) return t(key, { ...detail })
  }
  return t('errors.unknown-reason', { code })
}
