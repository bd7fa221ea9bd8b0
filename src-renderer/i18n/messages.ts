/** The shape of a source language's messages with any words: what a translation must have, no more and no less. */
export type Translation<Source> = {
  readonly [K in keyof Source]: Source[K] extends string ? string : Translation<Source[K]>
}

/** What a message file exports: one const, named like the file in camel case. */
export type MessageModule = Readonly<Record<string, unknown>>

export interface MessageTree {
  [key: string]: string | MessageTree
}

/**
 * Puts the files of each language together: `./pt-BR/parcels.ts` becomes `parcels.…` of pt-BR.
 *
 * A file exports one const named like itself; anything else is a mistake that is named at once.
 */
export function mergeMessages(modules: Readonly<Record<string, MessageModule>>): Record<string, MessageTree> {
  const merged: Record<string, MessageTree> = {}
  for (const [path, module] of Object.entries(modules)) {
    const [, locale, feature] = /^\.\/([^/]+)\/([^/]+)\.ts$/.exec(path) ?? []
    if (locale === undefined || feature === undefined) throw new Error(`not a message file: ${path}`)
    const tree = module[feature]
    if (typeof tree !== 'object' || tree === null) throw new Error(`${path} does not export ${feature}`)
    merged[locale] = { ...merged[locale], [feature]: tree as MessageTree }
  }
  return merged
}
