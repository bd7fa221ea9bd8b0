import type { Random } from '../random.ts'

/** Something that the sample shop sells, packed. */
export type Good = {
  readonly items: string
  readonly weightG: number
  readonly lengthMm: number
  readonly widthMm: number
  readonly heightMm: number
  /** In whole units of money. */
  readonly price: number
}

const good = (
  items: string,
  weightG: number,
  [lengthMm, widthMm, heightMm]: readonly [number, number, number],
  price: number,
): Good => ({ items, weightG, lengthMm, widthMm, heightMm, price })

const brazilian = [
  good('1x Cafeteira italiana 6 xícaras', 860, [240, 160, 120], 189),
  good('2x Camiseta algodão M', 420, [260, 200, 50], 119),
  good('1x Tênis de corrida 41', 1150, [330, 210, 130], 349),
  good('1x Fone de ouvido sem fio', 310, [180, 140, 70], 259),
  good('1x Kit pincéis de maquiagem', 280, [220, 120, 50], 89),
  good('3x Caderno pautado', 980, [280, 210, 60], 74),
  good('1x Luminária de mesa', 1640, [360, 220, 180], 229),
  good('1x Panela de ferro 24 cm', 4200, [320, 300, 160], 399),
  good('1x Mochila 25 L', 900, [420, 300, 120], 279),
  good('1x Livro capa dura', 720, [240, 170, 40], 69),
  good('2x Vela aromática', 760, [200, 120, 110], 98),
  good('1x Quebra-cabeça 1000 peças', 830, [360, 260, 60], 134),
  good('1x Jaqueta corta-vento G', 640, [320, 260, 80], 319),
  good('1x Teclado mecânico', 1280, [460, 180, 60], 489),
]

const polish = [
  good('1x Kubek ceramiczny', 480, [160, 130, 120], 49),
  good('1x Bluza z kapturem L', 720, [320, 260, 80], 169),
  good('2x Książka', 900, [240, 180, 60], 88),
  good('1x Lampka nocna', 1100, [300, 180, 160], 139),
  good('1x Gra planszowa', 1500, [300, 300, 80], 159),
]

/** Something that a customer in Brazil or in Poland bought. */
export const pickGood = (country: 'BR' | 'PL', random: Random): Good =>
  random.pick(country === 'BR' ? brazilian : polish)
