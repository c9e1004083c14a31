// What the two watched platforms and their branches let be known in the invented year. Every word of it is invented.

import { date, plusDays, text } from './calendar.mjs'

const SAID = {
  gongxin: [
    ['ANNOUNCEMENT', '共信赢总部（虚构）', '平台官网发布公告，称正与主要借款企业协商展期，将按月通报进展。'],
    ['HEAD_OFFICE_REPLY', '共信赢潮州营业部（虚构）', '总部答复：兑付专班已成立，客服电话恢复人工接听。'],
    ['ANSWER_TO_CONCERNS', '共信赢潮州营业部（虚构）', '就投资人关心的到期产品能否部分兑付作出说明：小额先兑方案仍在测算。'],
    ['REPAYMENT_PLAN', '共信赢总部（虚构）', '公布分期兑付方案征求意见稿，拟分二十四期兑付，首期不低于百分之三。'],
    ['ANSWER_TO_CONCERNS', '共信赢潮州营业部（虚构）', '对征求意见稿收集到的意见逐条答复，并在营业场所张贴。'],
  ],
  fenghuang: [
    ['HEAD_OFFICE_REPLY', '凤凰金融总部（虚构）', '总部答复：存量资产清收按计划进行，暂无新的兑付安排。'],
    ['ANNOUNCEMENT', '凤凰金融总部（虚构）', '发布清收进展公告，本月回款已存入专用账户。'],
    ['ANSWER_TO_CONCERNS', '凤凰金融潮州联络点（虚构）', '答复投资人：登记受案以公安机关公布的渠道为准，请就近报案。'],
  ],
}

/** On Wednesdays: every other week for the one, every fourth for the other. */
export function disclosureSteps(sundays) {
  return sundays.flatMap((sunday, week) =>
    Object.entries(SAID).flatMap(([platform, said], i) => {
      if (week % (i === 0 ? 2 : 4) !== 1) return []
      const day = text(plusDays(date(sunday), -4))
      const [kind, source, summary] = said[Math.floor(week / (i === 0 ? 2 : 4)) % said.length]
      return [
        {
          at: `${day}T02:0${i}:30Z`,
          as: 'clerk',
          post: `/api/v1/platforms/@${platform}/disclosures`,
          ref: `d-${platform}-${day}`,
          body: { kind, disclosedOn: day, source, summary },
        },
      ]
    }),
  )
}
