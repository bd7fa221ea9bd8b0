/** An expected failure of a service: a code out of a closed set, words for the log, and what the sentence needs. */
export type Problem<Code extends string = string> = {
  readonly code: Code
  readonly message: string
  readonly retryable: boolean
  readonly detail?: Readonly<Record<string, string | number>> | undefined
}

/** Makes a problem; not retryable unless said. */
export const problem = <const Code extends string>(
  code: Code,
  message: string,
  more: { retryable?: boolean; detail?: Readonly<Record<string, string | number>> } = {},
): Problem<Code> => ({
  code,
  message,
  retryable: more.retryable ?? false,
  ...(more.detail ? { detail: more.detail } : {}),
})
