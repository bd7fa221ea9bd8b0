/** Columns whose values triggers count: what lists are narrowed by, and what tabs and filters show. */
export const countedColumns = ['status', 'carrier', 'service', 'channel', 'state', 'watch'] as const
export type CountedColumn = (typeof countedColumns)[number]
