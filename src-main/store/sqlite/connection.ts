import Database from 'better-sqlite3'
import type { Sql, Value } from './sql.ts'

/** One row as SQLite gives it; what a statement selects is known only to its writer. */
export type Row = Readonly<Record<string, Value>>

/** Where and how a database file is opened. */
export type ConnectionOptions = {
  readonly file: string
  readonly readonly: boolean
  /** The addon built for this runtime, where the one in the package does not fit it. */
  readonly nativeBinding?: string | undefined
  /** Memory for pages, in KiB. */
  readonly cacheKiB?: number | undefined
  /** What sorting an index needs beyond the cache goes into a temporary file, not into memory. */
  readonly sortsOnDisk?: boolean | undefined
}

const statementsKept = 400
const walLeftOver = 64 * 1024 * 1024

/** One connection with its prepared statements. Lives in a worker; nobody outside ever holds one. */
export class Connection {
  readonly database: Database.Database
  readonly file: string
  readonly #statements = new Map<string, Database.Statement<Value[], Row>>()
  readonly #rawStatements = new Map<string, Database.Statement<Value[], Value[]>>()

  constructor(options: ConnectionOptions) {
    this.file = options.file
    this.database = new Database(options.file, {
      readonly: options.readonly,
      fileMustExist: options.readonly,
      timeout: 10_000,
      ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}),
    })
    this.database.pragma('foreign_keys = ON')
    this.database.pragma('trusted_schema = OFF')
    this.database.pragma(`temp_store = ${options.sortsOnDisk ? 'FILE' : 'MEMORY'}`)
    this.database.pragma(`cache_size = -${options.cacheKiB ?? 16_384}`)
  }

  /** Readers go on while somebody writes, and a commit is on disk when it has returned. */
  useWriteAheadLog(): void {
    this.database.pragma('journal_mode = WAL')
    this.database.pragma('synchronous = FULL')
    this.database.pragma(`journal_size_limit = ${walLeftOver}`)
  }

  prepare(text: string): Database.Statement<Value[], Row> {
    const known = this.#statements.get(text)
    if (known) return known
    const statement = this.database.prepare<Value[], Row>(text)
    keep(this.#statements, text, statement)
    return statement
  }

  /** Forgets prepared statements: after a change of the schema by this connection. */
  forgetStatements(): void {
    this.#statements.clear()
    this.#rawStatements.clear()
  }

  all(query: Sql): Row[] {
    return this.prepare(query.text).all(...query.values)
  }

  get(query: Sql): Row | undefined {
    return this.prepare(query.text).get(...query.values)
  }

  /** The first column of the first row as a number; 0 where there is none. */
  number(query: Sql): number {
    const row = this.get(query)
    if (!row) return 0
    for (const key in row) return Number(row[key] ?? 0)
    return 0
  }

  /** Rows as lists of cells: for many rows half the price of objects. */
  rows(query: Sql): Value[][] {
    const known = this.#rawStatements.get(query.text)
    const statement = known ?? this.database.prepare<Value[], Value[]>(query.text).raw()
    if (!known) keep(this.#rawStatements, query.text, statement)
    return statement.all(...query.values)
  }

  /** The first column of every row, for long lists of ids. */
  numbers(query: Sql): number[] {
    return this.database
      .prepare<Value[], number>(query.text)
      .pluck()
      .all(...query.values)
  }

  /** How many rows it changed. */
  run(query: Sql): number {
    return this.prepare(query.text).run(...query.values).changes
  }

  /** Runs statements that have neither parameters nor answers. */
  execute(text: string): void {
    this.database.exec(text)
  }

  pragma(text: string): number {
    return Number(this.database.pragma(text, { simple: true }))
  }

  transaction<T>(work: () => T): T {
    return this.database.transaction(work).immediate()
  }

  /** Reads that must see one state. */
  snapshot<T>(work: () => T): T {
    return this.database.transaction(work).deferred()
  }

  close(): void {
    this.#statements.clear()
    this.#rawStatements.clear()
    this.database.close()
  }
}

function keep<S>(statements: Map<string, S>, text: string, statement: S): void {
  const oldest = statements.keys().next().value
  if (statements.size >= statementsKept && oldest !== undefined) statements.delete(oldest)
  statements.set(text, statement)
}
