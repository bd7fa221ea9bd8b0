/** How many times as many runs `npm run fuzz` asks for. */
const times = Number(process.env['DESPACHO_RUNS'] ?? 1)

/** How often a property is tried, where fast-check's own hundred times take too long or are too few. */
export const runs = (usual: number): number => Math.ceil(usual * times)
