import { themeQuartz } from 'ag-grid-community'

/** Row heights in px by density. */
export const rowHeights = { compact: 32, comfortable: 40 } as const
export type Density = keyof typeof rowHeights

/** The grid in the tokens of the rest: light and dark follow by themselves, for every colour is one of the page's variables. */
export const gridTheme = themeQuartz.withParams({
  browserColorScheme: 'inherit',
  backgroundColor: 'var(--ui-bg)',
  foregroundColor: 'var(--ui-text-highlighted)',
  accentColor: 'var(--ui-primary)',
  borderColor: 'var(--ui-border)',
  headerBackgroundColor: 'var(--ui-bg-muted)',
  headerTextColor: 'var(--ui-text-muted)',
  headerFontWeight: 500,
  headerFontSize: 'var(--grid-font-size)',
  fontFamily: 'inherit',
  fontSize: 'var(--grid-font-size)',
  spacing: 6,
  cellHorizontalPadding: 10,
  rowHoverColor: 'var(--ui-bg-elevated)',
  rowBorder: { color: 'var(--ui-border)' },
  headerRowBorder: { color: 'var(--ui-border)' },
  columnBorder: false,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  headerColumnResizeHandleColor: 'var(--ui-border-accented)',
  pinnedColumnBorder: { color: 'var(--ui-border)' },
  focusShadow: 'none',
})
