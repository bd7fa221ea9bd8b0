import {
  CellStyleModule,
  ColumnApiModule,
  GridStateModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from 'ag-grid-community'

/** The parts of the grid that lists use; the rest stays out of the bundle. */
export function registerGrid(): void {
  ModuleRegistry.registerModules([
    InfiniteRowModelModule,
    ColumnApiModule,
    RowApiModule,
    RenderApiModule,
    ScrollApiModule,
    CellStyleModule,
    GridStateModule,
    LocaleModule,
  ])
}
