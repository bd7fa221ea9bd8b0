import { z } from 'zod'
import { text } from './schemas.ts'

/** A list of Meu Contrato: bare, or a page of `itens`. */
export const ContractList = z.union([
  z.array(z.unknown()),
  z.object({ itens: z.array(z.unknown()) }).transform(({ itens }) => itens),
])

/** One of `GET /meucontrato/v1/empresas/{cnpj}/contratos`. */
export const ContractItem = z.object({ nuContrato: text, dtFimVigencia: text })

/** One of `…/contratos/{n}/cartoes`. */
export const CardItem = z.object({ nuCartaoPostagem: text, dtFimVigencia: text, status: text })

/** One of `…/cartoes/{card}/servicos`. */
export const ServiceItem = z.object({ codigo: text, descricao: text })

/** The answer of `GET /cep/v2/enderecos/{cep}`. */
export const Address = z.object({
  cep: text,
  uf: text,
  localidade: text,
  bairro: text,
  logradouro: text,
  tipoLogradouro: text,
  nomeLogradouro: text,
})
