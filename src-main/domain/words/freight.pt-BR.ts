import type { FreightWords } from './freight.ts'

export const freightPtBR: FreightWords = {
  sheet: 'Tabela de frete',
  column: {
    service: 'Serviço',
    fromCep: 'CEP inicial',
    toCep: 'CEP final',
    fromWeight: 'Peso inicial (g)',
    toWeight: 'Peso final (g)',
    price: 'Preço (R$)',
    days: 'Prazo (dias)',
    perKg: 'Kg adicional (R$)',
    validFrom: 'Início da vigência',
    validTo: 'Fim da vigência',
  },
  reason: {
    missing: 'A célula está vazia e precisa de um valor.',
    cep: 'O CEP deve ter oito dígitos, como 01310-100, ou os cinco primeiros.',
    weight: 'O peso não pôde ser lido. Use um número como 0,300 ou 300 g, até 1.000 kg.',
    price: 'O preço não pôde ser lido. Use um valor em reais acima de zero, como 23,90.',
    days: 'O prazo não pôde ser lido. Use um número inteiro de dias, de 0 a 365.',
    day: 'A data não existe ou não pôde ser lida. Use dia, mês e ano, como 31/12/2026.',
    'cep-order': 'O CEP final vem antes do CEP inicial.',
    'weight-order': 'O peso final é zero ou menor que o peso inicial.',
    'day-order': 'O fim da vigência vem antes do início.',
    'too-long': 'O nome do serviço tem mais de 80 caracteres. Encurte o nome.',
    malformed: 'A linha não pôde ser lida: há aspas abertas sem fechar ou fora do lugar.',
    overlap: 'A faixa se sobrepõe à da linha {line}: mesmo serviço, CEP, peso e dia com dois preços. Deixe apenas um.',
  },
}
