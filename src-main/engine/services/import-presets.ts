import { fitMapping } from '../../domain/import-mapping.ts'
import { plainText } from '../../domain/plain-text.ts'
import type { Preset } from '../../store/store.ts'

/** A preset and how a file differs from the one that it was made for. */
export type PresetFit = {
  readonly preset: Preset
  readonly missing: readonly string[]
  readonly added: readonly string[]
}

/** Share of titles that a file must have in common with a preset to be taken for its kind. */
const alike = 0.6

/**
 * The preset whose titles a file has: all of them, else the one that shares most, so that a heading which somebody changed is
 * pointed out and not silently guessed anew. `chosen`: the person named it, whatever the titles.
 */
export function bestPreset(
  presets: readonly Preset[],
  titles: readonly string[] | null,
  chosen: boolean,
): PresetFit | null {
  let best: PresetFit | null = null
  let bestShare = chosen ? -1 : alike
  for (const preset of presets) {
    if (!chosen && (titles === null || preset.titles.length === 0)) continue
    const share = common(preset.titles, titles ?? [])
    if (share < bestShare || (share === bestShare && best)) continue
    const { missing, added } = fitMapping(preset.mapping, preset.titles, titles)
    best = { preset, missing, added }
    bestShare = share
  }
  return best
}

function common(one: readonly string[], other: readonly string[]): number {
  const left = new Set(one.map(plainText))
  const right = new Set(other.map(plainText))
  const both = [...left].filter((title) => right.has(title)).length
  return both / Math.max(1, Math.min(left.size, right.size), Math.max(left.size, right.size) * 0.8)
}
