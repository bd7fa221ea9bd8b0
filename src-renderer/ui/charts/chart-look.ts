import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

/** What a picture of this application may consist of; what is not here is not in the bundle. */
export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>

/** The page's own variables: pictures follow the theme by themselves, without being drawn again. */
export const chartColours = {
  ink: 'var(--ui-text-highlighted)',
  text: 'var(--ui-text-muted)',
  line: 'var(--ui-border)',
  ground: 'var(--ui-bg)',
  first: 'var(--ui-primary)',
  second: 'var(--ui-success)',
  alarm: 'var(--ui-error)',
} as const

export const chartText = { color: chartColours.text, fontFamily: 'Inter Variable, system-ui, sans-serif', fontSize: 12 }

/** What all pictures have in common: no movement, nothing that changes under the pointer but the tool tip. */
export const chartBase = {
  animation: false,
  textStyle: chartText,
  grid: { left: 0, right: 0, top: 8, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
} as const satisfies ChartOption

/** A tool tip whose lines are text, whatever stands in them: names come out of people's files. */
export const chartTip = (linesOf: (index: number) => readonly string[]): TooltipComponentOption => ({
  trigger: 'axis',
  axisPointer: { type: 'none' },
  confine: true,
  backgroundColor: chartColours.ground,
  borderColor: chartColours.line,
  textStyle: { color: chartColours.ink, fontSize: 12 },
  formatter(shown) {
    const [first] = Array.isArray(shown) ? shown : [shown]
    const box = document.createElement('div')
    linesOf(first?.dataIndex ?? 0).forEach((text, at) => {
      const line = document.createElement('div')
      if (at === 0) line.style.fontWeight = '600'
      line.textContent = text
      box.append(line)
    })
    return box
  },
})
