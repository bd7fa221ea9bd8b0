/** What a key asks of a list. */
export type GridKey =
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'open' }
  | { readonly kind: 'all' }
  | { readonly kind: 'back' }

type Place = { readonly row: number; readonly rows: number; readonly page: number }
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/**
 * Reads a key pressed in a list; null leaves it to the grid (left, right, the way up into the headers).
 *
 * `Home` and `End` go to the first and last of all rows, loaded or not, as the keys of every list here do.
 */
export function gridKey(event: Pressed, { row, rows, page }: Place): GridKey | null {
  if (event.altKey) return null
  const command = event.ctrlKey || event.metaKey
  if (command)
    return event.key.toLowerCase() === 'a'
      ? { kind: 'all' }
      : event.key === 'Home' || event.key === 'End'
        ? move(event, { row, rows, page })
        : null
  switch (event.key) {
    case ' ':
      return { kind: 'toggle' }
    case 'Enter':
      return { kind: 'open' }
    case 'Escape':
      return { kind: 'back' }
    default:
      return move(event, { row, rows, page })
  }
}

function move(event: Pressed, { row, rows, page }: Place): GridKey | null {
  const target: Record<string, number> = {
    ArrowUp: row - 1,
    ArrowDown: row + 1,
    PageUp: row - page,
    PageDown: row + page,
    Home: 0,
    End: rows - 1,
  }
  const wanted = target[event.key]
  if (wanted === undefined) return null
  if (event.key === 'ArrowUp' && row === 0) return null
  return { kind: 'move', to: Math.max(0, Math.min(rows - 1, wanted)), extend: event.shiftKey }
}
