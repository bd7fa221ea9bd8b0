import type { FreightRow, FreightTable } from '../domain/freight-table.ts'

/** A table to be kept, without what the store says of it. */
export type NewFreightTable = Omit<FreightTable, 'id' | 'rows' | 'importedAt'>

export type FreightTableReader = {
  /** By name, without their rows. */
  list(): Promise<FreightTable[]>
  get(id: number): Promise<FreightTable | null>
  /** Rows in the order of their lines, those after a line. */
  rows(id: number, page: { readonly after: number; readonly limit: number }): Promise<FreightRow[]>
}

export type FreightTableWriter = {
  /**
   * Keeps a table with all of its rows, or nothing. `replaces` puts it into the place of another, which keeps its id, so that
   * rules which name its services go on.
   */
  save(
    table: NewFreightTable,
    rows: readonly FreightRow[],
    replaces: number | null,
    now: number,
  ): Promise<number | 'name-taken' | 'table-unknown'>
  remove(id: number): Promise<boolean>
}
