export const sourceFlags: string[]
