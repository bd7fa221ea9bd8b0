import { defineAsyncComponent } from 'vue'

/** Pictures come after the list of work: what draws them is loaded beside it. */
export const ChartView = defineAsyncComponent(() => import('../../ui/charts/ChartView.vue'))
