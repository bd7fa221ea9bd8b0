import { chartBase, chartColours, chartText, chartTip, type ChartOption } from '../../ui/charts/chart-look.ts'

/** One bar a line: a name, how long the bar is, what stands at its end, what its tool tip says. */
export type BarLine = {
  readonly name: string
  readonly value: number
  readonly text: string
  readonly tip: readonly string[]
}

/** Horizontal bars from top to bottom, each with its figure in words beside it. */
export const barList = (lines: readonly BarLine[], colour: keyof typeof chartColours): ChartOption => ({
  ...chartBase,
  grid: { ...chartBase.grid, top: 0, right: 132 },
  tooltip: chartTip((index) => lines[index]?.tip ?? []),
  xAxis: { type: 'value', show: false, min: 0 },
  yAxis: {
    type: 'category',
    inverse: true,
    data: lines.map(({ name }) => name),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: chartColours.line } },
    axisLabel: { ...chartText, color: chartColours.ink, interval: 0, width: 110, overflow: 'truncate' },
  },
  series: [
    {
      type: 'bar',
      data: lines.map(({ value }) => value),
      itemStyle: { color: chartColours[colour] },
      barMaxWidth: 16,
      emphasis: { disabled: true },
      label: {
        ...chartText,
        show: true,
        position: 'right',
        color: chartColours.ink,
        formatter: ({ dataIndex }) => lines[dataIndex]?.text ?? '',
      },
    },
  ],
})
