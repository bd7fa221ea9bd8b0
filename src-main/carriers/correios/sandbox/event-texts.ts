/**
 * Carrier's texts of the events that journeys use (SRO event list of the API Rastro).
 *
 * BDE, BDI and BDR share their types; a pair that is not here gets a plain text.
 */
const deliveryTexts: Readonly<Record<string, string>> = {
  '01': 'Objeto entregue ao destinatário',
  '02': 'Carteiro não atendido - Aguarde: objeto estará disponível para retirada na unidade a ser informada',
  '04': 'Cliente recusou-se a receber o objeto',
  '06': 'Cliente desconhecido no local',
  '08': 'Endereço incorreto - Objeto será devolvido ao remetente',
  '10': 'Cliente mudou-se - Objeto será devolvido ao remetente',
  '19': 'Endereço incorreto - Entrega sujeita a atraso ou a devolução',
  '20': 'Carteiro não atendido - Será realizada nova tentativa de entrega',
  '21': 'Carteiro não atendido - Objeto será devolvido ao remetente',
  '23': 'Objeto entregue ao remetente',
  '26': 'Destinatário não retirou objeto no prazo - Objeto será devolvido ao remetente',
  '28': 'Objeto e/ou conteúdo avariado',
  '31': 'Pagamento confirmado - Entrega em até 40 dias úteis',
  '45': 'Objeto recebido na unidade de distribuição - Entrega prevista para o próximo dia útil',
  '50': 'Objeto roubado',
  '67': 'Objeto entregue em endereço vizinho, conforme autorizado pelo remetente',
  '80': 'Objeto não localizado no fluxo postal',
}

const otherTexts: Readonly<Record<string, string>> = {
  'PO/01': 'Objeto postado',
  'PO/09': 'Objeto postado após o horário limite da unidade',
  'CO/01': 'Objeto coletado',
  'CO/09': 'Coleta cancelada',
  'RO/01': 'Objeto encaminhado',
  'DO/01': 'Objeto encaminhado',
  'OEC/01': 'Objeto saiu para entrega ao destinatário',
  'OEC/09': 'Objeto saiu para entrega ao remetente',
  'LDI/01': 'Objeto aguardando retirada no endereço indicado',
  'EST/01': 'Favor desconsiderar a informação anterior',
  'FC/01': 'Objeto será devolvido por solicitação do contratante/remetente',
  'FC/03': 'Objeto mal encaminhado',
  'BLQ/01': 'Solicitação de suspensão de entrega recebida',
  'PAR/10': 'Fiscalização aduaneira finalizada',
  'PAR/11': 'Aguardando pagamento',
  'PAR/16': 'Objeto recebido pelos Correios do Brasil',
}

/** Names of the event types, the answer's `descCodigo`. */
const typeNames: Readonly<Record<string, string>> = {
  BDE: 'Baixa de distribuição externa',
  BDI: 'Baixa de distribuição interna',
  BDR: 'Baixa corretiva',
  BLQ: 'Bloqueio',
  CO: 'Coleta',
  DO: 'Expedição de nota de despacho',
  EST: 'Estorno',
  FC: 'Função complementar',
  LDI: 'Lista de distribuição interna',
  OEC: 'Lista de objetos entregues ao carteiro',
  PAR: 'Unidade internacional',
  PO: 'Postagem',
  RO: 'Expedição de lista de registro',
}

/** The carrier's text of an event code such as `BDE/01`. */
export function textOf(code: string): string {
  const [type = '', number = ''] = code.split('/')
  return otherTexts[code] ?? (/^BD[EIR]$/.test(type) ? deliveryTexts[number] : undefined) ?? `Evento ${code}`
}

/** The name of an event type such as `BDE`. */
export const typeName = (type: string): string => typeNames[type] ?? type
