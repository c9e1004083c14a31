// What the invented people invested and lost, and the registration that tells of it.

import { date, plusDays, text } from './calendar.mjs'
import { phone } from './people.mjs'
import { bell, between, chance, happens, pick, weighted } from './random.mjs'

/** When each platform took money; the products and rates are invented. */
const PLATFORMS = {
  qianyan: {
    from: '2018-03-01',
    to: '2020-08-31',
    products: ['钱眼月盈（虚构）', '钱眼季盈（虚构）', '钱眼年盈（虚构）'],
    police: '潮州市公安局湘桥分局',
  },
  tuandai: {
    from: '2017-01-01',
    to: '2019-03-20',
    products: ['安盈计划（虚构）', '周转标（虚构）', '抵押标（虚构）'],
    police: '东莞市公安局',
  },
  airong: {
    from: '2018-06-01',
    to: '2020-12-15',
    products: ['融汇宝（虚构）', '汇稳（虚构）', '汇添利（虚构）'],
    police: '潮州市公安局湘桥分局',
  },
}

const yuan = (amount) => amount.toFixed(2)
const dayBetween = (from, to) => {
  const days = (date(to) - date(from)) / 86_400_000
  return text(plusDays(date(from), between(0, days)))
}

/** The median person put in some 80 000; some put in several hundred thousand. */
function wholePrincipal(kind) {
  const amount = kind === 'ORGANISATION' ? between(200, 800) * 1000 : 80_000 * Math.exp(0.85 * bell())
  return Math.min(960_000, Math.max(3_000, Math.round(amount / 1000) * 1000))
}

function investments(platform, principal) {
  const { from, to, products } = PLATFORMS[platform]
  const parts = Math.min(
    weighted([
      [1, 40],
      [2, 32],
      [3, 18],
      [4, 10],
    ]),
    Math.floor(principal / 1000),
  )
  const shares = Array.from({ length: parts }, () => 0.3 + chance())
  const whole = shares.reduce((sum, share) => sum + share, 0)
  let left = principal
  const lines = shares.map((share, i) => {
    const amount = i === parts - 1 ? left : Math.max(1000, Math.round((principal * share) / whole / 1000) * 1000)
    left -= amount
    return line(dayBetween(from, to), amount, pick(products))
  })
  if (left < 0 || lines.some((each) => Number(each.principal) <= 0)) return investments(platform, principal)
  lines.sort((one, other) => one.investedOn.localeCompare(other.investedOn))
  if (happens(0.12)) {
    const rolled = lines[0]
    const next = text(plusDays(date(rolled.investedOn), 181))
    if (next <= to)
      lines.push({
        ...rolled,
        contractNumber: `${rolled.contractNumber}-续`,
        investedOn: next,
        maturesOn: text(plusDays(date(next), 365)),
        rolledOver: true,
      })
  }
  return lines
}

let contracts = 0

function line(investedOn, amount, product) {
  return {
    product,
    contractNumber: `DEMO-${String(++contracts).padStart(5, '0')}`,
    investedOn,
    maturesOn: text(plusDays(date(investedOn), pick([180, 365, 730]))),
    principal: yuan(amount),
    annualRatePercent: yuan(between(14, 28) / 2),
    paymentMethod: weighted([
      ['BANK_TRANSFER', 55],
      ['THIRD_PARTY_PAYMENT', 33],
      ['POS', 8],
      ['CASH', 4],
    ]),
  }
}

/** Some interest, sometimes a part of the principal; with a gain, more than went in. */
function repayments(platform, lines, principal, gain) {
  const first = lines[0].investedOn
  const last = plusDays(date(PLATFORMS[platform].to), 15)
  const day = () => dayBetween(first, text(last))
  const paid = []
  const returns = Math.round(principal * (0.01 + 0.12 * chance()) * 100) / 100
  const times = principal < 10_000 ? 1 : between(0, 3)
  for (let i = 0; i < times; i++)
    paid.push({
      repaidOn: day(),
      kind: pick(['INTEREST', 'INTEREST', 'INTEREST', 'DIVIDEND', 'REWARD']),
      amount: yuan(returns / times),
    })
  if (gain)
    paid.push(
      { repaidOn: text(last), kind: 'PRINCIPAL', amount: yuan(principal) },
      { repaidOn: day(), kind: 'REBATE', amount: yuan(Math.round(principal * 0.04)) },
    )
  else if (happens(0.22))
    paid.push({ repaidOn: day(), kind: 'PRINCIPAL', amount: yuan(Math.round((principal * between(5, 45)) / 100)) })
  return paid.sort((one, other) => one.repaidOn.localeCompare(other.repaidOn))
}

const NOTICES = ['REGISTRATION_IS_NOT_A_POLICE_REPORT', 'LOSSES_ARE_BORNE_BY_PARTICIPANTS', 'PERSONAL_INFORMATION_NOTICE']
export const COMPLETE_EVIDENCE = ['IDENTITY_DOCUMENT', 'CONTRACT', 'BANK_STATEMENT', 'PLATFORM_SCREENSHOT']

const evidence = () =>
  weighted([
    [COMPLETE_EVIDENCE, 50],
    [['IDENTITY_DOCUMENT', 'PLATFORM_SCREENSHOT', 'TRANSFER_RECEIPT'], 25],
    [['IDENTITY_DOCUMENT', 'PLATFORM_SCREENSHOT'], 15],
    [['IDENTITY_DOCUMENT'], 10],
  ])

export function policeReport(platform, before) {
  const to = text(plusDays(date(before), -1))
  const from = text(plusDays(date(PLATFORMS[platform].to), 20))
  return {
    authority: PLATFORMS[platform].police,
    receiptNumber: `虚构${between(10000, 99999)}`,
    reportedOn: from < to ? dayBetween(from, to) : to,
  }
}

/** The body of a registration taken on a day. */
export function registration(platform, investor, day, { gain = false, helper = false, plain = false } = {}) {
  const principal = wholePrincipal(investor.kind)
  const lines = investments(platform, principal)
  const body = {
    platformId: `@${platform}`,
    channel: weighted([
      ['WINDOW', 78],
      ['PHONE', 12],
      ['VISIT', 7],
      ['OTHER_SYSTEM', 3],
    ]),
    investor,
    platformAccounts: [{ username: `demo_${platform}_${between(10000, 99999)}`, registeredPhone: investor.phone }],
    investments: lines,
    noticesGiven: NOTICES,
    evidenceShown: plain ? COMPLETE_EVIDENCE : evidence(),
  }
  const paid = repayments(platform, lines, principal, gain)
  if (paid.length > 0) body.repayments = paid
  if (helper) body.actedAsSalesperson = true
  else if (!plain && happens(0.25))
    body.salesperson = { name: pick(['方虚构', '伍虚构', '凌虚构']), branchId: `@${platform}-chaozhou` }
  if (!plain && happens(0.35)) body.policeReport = policeReport(platform, day)
  if (!plain && happens(0.04) && investor.kind === 'PERSON') body.agent = heirOrAgent()
  if (happens(0.08))
    body.remark = pick(['本人行动不便，由家属陪同', '材料稍后补交', '希望尽快了解案件进展', '来电咨询后到窗口登记'])
  return body
}

let agents = 0

/** Agents show passports whose numbers, E9998xxxx, are invented like all others. */
function heirOrAgent() {
  const isHeir = happens(0.3)
  return {
    capacity: isHeir ? 'HEIR' : 'AGENT',
    name: `${pick(['陈', '林', '许'])}代理${'甲乙丙丁戊己庚辛壬癸'[agents % 10]}`,
    documentType: 'PASSPORT',
    documentNumber: `E9998${String(++agents).padStart(4, '0')}`,
    phone: phone(),
    relation: isHeir ? '子女' : pick(['配偶', '子女', '兄弟姐妹']),
    papers: isHeir ? ['DEATH_CERTIFICATE', 'KINSHIP_PROOF'] : ['POWER_OF_ATTORNEY'],
  }
}

/** Totals as somebody finds them who compares the papers: mostly what was declared, sometimes less. */
export function verification(body) {
  const add = (lines, key) => lines.reduce((sum, each) => sum + Math.round(Number(each[key]) * 100), 0)
  const paid = body.repayments ?? []
  const isPrincipal = (each) => ['PRINCIPAL', 'CLEARANCE'].includes(each.kind)
  const differs = happens(0.14)
  const declared = add(
    body.investments.filter((each) => !each.rolledOver),
    'principal',
  )
  const principal = differs ? Math.round((declared * between(80, 99)) / 10_000) * 100 : declared
  return {
    principal: yuan(principal / 100),
    principalRepaid: yuan(add(paid.filter(isPrincipal), 'amount') / 100),
    returnsPaid: yuan(
      add(
        paid.filter((each) => !isPrincipal(each)),
        'amount',
      ) / 100,
    ),
    note: differs ? '以银行流水为准' : '与合同、银行流水核对一致',
  }
}
