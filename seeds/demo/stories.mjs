// What became of each registration: corrected, verified, withdrawn, refused or merged; most simply stay.

import { date, moment, plusDays, text, workday } from './calendar.mjs'
import { COMPLETE_EVIDENCE, policeReport, registration, verification } from './cases.mjs'
import { bornOn, organisation, person } from './people.mjs'
import { bell, between, happens, pick, shuffled } from './random.mjs'

const FIRST_DAY = date('2021-01-04')
const LAST_DAY = date('2021-12-30')

/** How many people have one live registration at the end of the year, and when most came: week of the peak and spread. */
const CROWDS = {
  qianyan: { alone: 123, peak: 9, spread: 8 },
  tuandai: { alone: 106, peak: 20, spread: 13 },
  airong: { alone: 65, peak: 33, spread: 9 },
}
const ON_TWO_PLATFORMS = [
  ...Array(5).fill(['qianyan', 'airong']),
  ...Array(3).fill(['tuandai', 'airong']),
  ['qianyan', 'tuandai'],
]
const ORGANISATIONS = 4
const OTHER_DOCUMENTS = ['HMT_RESIDENCE_PERMIT', 'HMT_RESIDENCE_PERMIT', 'HK_MACAO_PERMIT', 'TAIWAN_PERMIT', 'PASSPORT']
const TRAITS = [...Array(9).fill({ gain: true }), ...Array(6).fill({ helper: true }), { turnsOutHelper: true }]

/** A first attempt at everything, so that a step after the year's end is simply left out. */
export class Stories {
  cases = []
  steps = []

  tell() {
    this.people()
    this.withdrawn(10)
    this.refused(5)
    this.merged(6)
    return this
  }

  people() {
    const single = Object.entries(CROWDS).flatMap(([platform, { alone }]) => Array(alone).fill([platform]))
    const traits = [...TRAITS]
    shuffled([...single, ...ON_TWO_PLATFORMS]).forEach((platforms, i) => {
      const who = i < ORGANISATIONS ? organisation() : person(OTHER_DOCUMENTS[i - ORGANISATIONS])
      for (const platform of platforms) {
        const trait = i > 20 && platforms.length === 1 && traits.length > 0 ? traits.pop() : {}
        this.follow(this.receive(platform, who, dayOfCrowd(platform), trait))
      }
    })
  }

  receive(platform, who, day, traits = {}) {
    const each = { ref: `r${this.cases.length + 1}`, platform, town: who.town, receivedOn: day, ...traits }
    each.body = registration(platform, who.investor, text(day), traits)
    this.cases.push(each)
    this.steps.push({
      at: moment(day),
      as: 'clerk',
      post: '/api/v1/registrations',
      ref: each.ref,
      town: who.town,
      body: structuredClone(each.body),
    })
    return each
  }

  step(day, as, verb, each, body) {
    if (day <= LAST_DAY) this.steps.push({ at: moment(day), as, post: `/api/v1/registrations/@${each.ref}/${verb}`, body })
  }

  follow(each) {
    let day = each.receivedOn
    each.isSteady = !each.gain && !each.helper && !each.turnsOutHelper
    if (each.turnsOutHelper) {
      this.step((day = later(day, 10, 30)), 'clerk', 'correct', each, { reason: '本人承认曾任业务员', actedAsSalesperson: true })
    } else if (happens(0.09)) {
      this.correct(each, (day = later(day, 3, 25)))
    }
    if (happens(0.82)) this.step(later(day, 14, 75), 'chief', 'verify', each, verification(each.body))
  }

  /** Brought up to date after the first visit: something left out, papers handed in, the police informed. */
  correct(each, day) {
    const { body } = each
    const [first, ...rest] = body.investments
    const correction = pick([
      () => ({
        reason: '漏登一笔投资',
        investments: [
          ...body.investments,
          { ...first, contractNumber: `${first.contractNumber}-补`, principal: `${between(5, 30) * 1000}.00` },
        ],
      }),
      () => ({
        reason: '合同金额登记有误',
        investments: [{ ...first, principal: `${Math.max(1000, Number(first.principal) - between(1, 4) * 1000)}.00` }, ...rest],
      }),
      () => ({
        reason: '漏登一笔回款',
        repayments: [
          ...(body.repayments ?? []),
          { repaidOn: body.investments.at(-1).investedOn, kind: 'INTEREST', amount: `${between(1, 30) * 100}.00` },
        ],
      }),
      () => ({ reason: '本人已报案，补登回执', policeReport: policeReport(each.platform, text(day)) }),
      () => ({ reason: '补交材料', evidenceShown: COMPLETE_EVIDENCE }),
    ])()
    this.step(day, 'clerk', 'correct', each, correction)
    Object.assign(body, correction)
  }

  withdrawn(many) {
    for (let i = 0; i < many; i++) {
      const platform = pick(Object.keys(CROWDS))
      const each = this.receive(platform, person(), dayOfCrowd(platform, '2021-10-29'))
      if (i < 2) this.step(later(each.receivedOn, 2, 8), 'chief', 'verify', each, verification(each.body))
      const reason = pick(['平台已与本人协商兑付', '本人要求撤回', '改由户籍地登记'])
      this.step(later(each.receivedOn, 10, 45), 'clerk', 'withdraw', each, { reason })
    }
  }

  refused(many) {
    for (let i = 0; i < many; i++) {
      const platform = pick(Object.keys(CROWDS))
      const each = this.receive(platform, person(), dayOfCrowd(platform, '2021-11-30'))
      const reason = pick(['所持合同并非该平台', '无任何投入资金的材料，逾期未补'])
      this.step(later(each.receivedOn, 3, 14), 'chief', 'refuse', each, { reason })
    }
  }

  /** The same person twice on one platform, the second time by passport; found, and merged. */
  merged(many) {
    for (let i = 0; i < many; i++) {
      const who = person()
      const platform = pick(Object.keys(CROWDS))
      const first = this.receive(platform, who, workday(plusDays(FIRST_DAY, 30 + 45 * i)), { plain: true })
      const investor = { ...who.investor, documentType: 'PASSPORT', documentNumber: `E9997000${i}`, ...bornOn(who.investor) }
      const second = this.receive(platform, { ...who, investor }, later(first.receivedOn, 8, 20), { plain: true })
      const day = later(second.receivedOn, 3, 12)
      const carryAmounts = i % 2 === 0
      this.step(day, 'chief', 'merge', second, {
        intoId: `@${first.ref}`,
        carryAmounts,
        reason: carryAmounts ? '同一人以护照登记另一账户，并入' : '同一人以护照重复登记',
      })
      if (carryAmounts) {
        first.body.investments = [...first.body.investments, ...second.body.investments]
        first.body.repayments = [...(first.body.repayments ?? []), ...(second.body.repayments ?? [])]
      }
      if (i < 4) this.step(later(day, 7, 20), 'chief', 'verify', first, verification(first.body))
    }
  }
}

const later = (day, from, to) => workday(plusDays(day, between(from, to)))

function dayOfCrowd(platform, until = '2021-12-30') {
  const { peak, spread } = CROWDS[platform]
  for (;;) {
    const day = workday(plusDays(FIRST_DAY, Math.round((peak + spread * bell()) * 7) + between(0, 4)))
    if (day >= FIRST_DAY && day <= date(until)) return day
  }
}
