// The attention list over the year: it fills while the platforms fall, and empties as people are answered.

import { date, moment, plusDays, text, workday } from './calendar.mjs'
import { happens, pick, weighted } from './random.mjs'

/** How many are on the list at the end of some weeks; the weeks between lie between. */
const COURSE = [
  [0, 0],
  [3, 5],
  [8, 16],
  [14, 26],
  [18, 31],
  [25, 29],
  [34, 20],
  [43, 13],
  [52, 8],
]

const LEAVING = ['情绪平稳，诉求已答复', '连续四周平稳', '困难已由镇街帮扶解决', '本人表示不再需要回访']
const NOTES = {
  EMOTIONAL_DISTRESS: '窗口登记时情绪波动大',
  STRONG_DEMANDS: '多次来电，诉求强烈',
  HARDSHIP: '退休金投入其中，生活困难',
}

function wanted(week) {
  const next = COURSE.findIndex(([at]) => at >= week)
  if (next === 0) return COURSE[0][1]
  const [[from, low], [to, high]] = [COURSE[next - 1], COURSE[next]]
  return Math.round(low + ((high - low) * (week - from)) / (to - from))
}

/** Working days of the week that ends on a Sunday. */
const workdays = (sunday) =>
  [-6, -5, -4, -3, -2].map((days) => plusDays(date(sunday), days)).filter((day) => text(workday(day)) === text(day))

export function attentionSteps(cases, sundays) {
  const steps = []
  const active = []
  let entries = 0

  const propose = (body, who, day) => {
    const ref = `a${++entries}`
    steps.push({ at: moment(day, 0, 0.4), as: who, post: '/api/v1/attention-entries', ref, body })
    return ref
  }
  const proposalFor = (each) => {
    const reason = weighted([
      ['EMOTIONAL_DISTRESS', 45],
      ['STRONG_DEMANDS', 35],
      ['HARDSHIP', each.body.investor.hardship ? 200 : 15],
    ])
    const body = {
      registrationId: `@${each.ref}`,
      reason,
      level: weighted([
        [1, 15],
        [2, 35],
        [3, 50],
      ]),
    }
    if (happens(0.6)) body.note = NOTES[reason]
    return body
  }
  const candidates = (sunday) =>
    cases.filter((each) => each.isSteady && !each.listed && text(each.receivedOn) < text(plusDays(date(sunday), -6)))
  const who = (each) => (each.town === '445102010000' && happens(0.7) ? 'officer' : 'clerk')

  sundays.forEach((sunday, week) => {
    const days = workdays(sunday)
    const review = (weeks) => text(plusDays(date(sunday), -4 + 7 * weeks))

    const leave = (entry) => {
      active.splice(active.indexOf(entry), 1)
      steps.push({ at: moment(pick(days)), as: 'chief', post: `/api/v1/attention-entries/@${entry.ref}/leave`, body: { reason: pick(LEAVING) } })
    }
    const renew = (entry) => {
      entry.reviewOn = review(pick([5, 6]))
      steps.push({
        at: moment(pick(days)),
        as: 'chief',
        post: `/api/v1/attention-entries/@${entry.ref}/renew`,
        body: { reviewOn: entry.reviewOn },
      })
    }

    active.filter((entry) => entry.reviewOn === review(0)).forEach((entry) => active.splice(active.indexOf(entry), 1))
    active
      .filter((entry) => entry.reviewOn === review(1))
      .forEach((entry) =>
        weighted([
          [renew, 60],
          [leave, 22],
          [() => {}, 18],
        ])(entry),
      )
    const tooMany = Math.max(0, active.length - wanted(week))
    active
      .filter((entry) => entry.reviewOn > review(1))
      .slice(0, tooMany)
      .forEach(leave)
    for (let missing = wanted(week) - active.length; missing > 0; missing--) {
      const open = candidates(sunday)
      if (open.length === 0) break
      const each = pick(open)
      each.listed = true
      const day = days[0]
      const ref = propose(proposalFor(each), who(each), day)
      const reviewOn = review(pick([4, 4, 6]))
      steps.push({ at: moment(days.at(-1), 0.5), as: 'chief', post: `/api/v1/attention-entries/@${ref}/approve`, body: { reviewOn } })
      active.push({ ref, reviewOn })
    }
    if (week % 7 === 5) {
      const each = pick(candidates(sunday))
      each.listed = true
      const ref = propose(proposalFor(each), who(each), days[0])
      if (week < 50) {
        steps.push({
          at: moment(days.at(-1), 0.5),
          as: 'chief',
          post: `/api/v1/attention-entries/@${ref}/decline`,
          body: { reason: pick(['已由镇街跟进，暂不列入', '情况不符合列入标准']) },
        })
      }
    }
  })
  return steps
}
