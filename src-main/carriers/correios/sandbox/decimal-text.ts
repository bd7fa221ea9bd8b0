const grouped = (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, '.')

/** A whole number with its thousands' dots: `12.000`. */
export const groupedText = (value: number): string => grouped(String(value))

/** Money as the price API writes it, out of centavos: `1.234,56`. */
export function moneyText(centavos: number): string {
  const digits = String(Math.abs(centavos)).padStart(3, '0')
  return `${centavos < 0 ? '-' : ''}${grouped(digits.slice(0, -2))},${digits.slice(-2)}`
}

/** A rate as the price API writes it: `0,0100`. */
export const rateText = (rate: number): string => rate.toFixed(4).replace('.', ',')
