// Writes the invented year 2021 of the bureau: steps-2021.jsonl, which the demonstration replays, and expected-2021.json,
// what the figures must then be, reckoned here and not by the service. Run it with: node seeds/demo/generate.mjs

import { readFileSync, writeFileSync } from 'node:fs'
import { attentionSteps } from './attention.mjs'
import { disclosureSteps } from './disclosures.mjs'
import { date, moment, plusDays, sundays, text } from './calendar.mjs'
import { Ledger } from './ledger.mjs'
import { Stories } from './stories.mjs'

const NOTE =
  'Everybody in this file is invented, with all that is said of them. Resident numbers bear serials 900-999, mobiles begin with 1610000, ' +
  'a range no operator has, and passports, permits and credit codes have 999 where a register would count. Made by generate.mjs.'

const platforms = JSON.parse(readFileSync(new URL('../platforms.json', import.meta.url), 'utf8')).platforms
const registered = ['qianyan', 'tuandai', 'airong']
const watched = platforms.filter((each) => each.body.watched).map((each) => each.ref)

function platformSteps() {
  let minute = 0
  const at = () => `2020-12-31T01:${String(minute++).padStart(2, '0')}:00Z`
  const steps = platforms.flatMap(({ ref, body, branches }) => [
    { at: at(), as: 'chief', post: '/api/v1/platforms', ref, body },
    ...branches.map((branch) => ({
      at: at(),
      as: 'chief',
      post: `/api/v1/platforms/@${ref}/branches`,
      ref: branch.ref,
      body: branch.body,
    })),
  ])
  const liaison = {
    name: '龚联络（虚构）',
    roles: ['BRANCH_LIAISON'],
    areaCode: null,
    disabled: false,
    branchId: '@gongxin-chaozhou',
  }
  steps.push({ at: at(), as: 'admin', put: '/api/v1/accounts/@liaison', body: liaison })
  steps.push({ at: at(), as: 'auditor', get: '/api/v1/account-changes?status=PENDING', ref: 'liaison-branch' })
  steps.push({ at: at(), as: 'auditor', post: '/api/v1/account-changes/@liaison-branch/approve' })
  const fenghuang = platforms.find((each) => each.ref === 'fenghuang').body
  const filed = { ...fenghuang, stage: 'CASE_FILED', policeAuthority: '海口市公安局龙华分局' }
  steps.push({ at: moment(date('2021-05-06')), as: 'chief', put: '/api/v1/platforms/@fenghuang', body: filed })
  return steps
}

/**
 * On Monday the week is closed and the drafts of the watched platforms and of the digest appear; the others are drafted once
 * a month. A clerk submits, a section chief reviews, a director signs; one in May is sent back first.
 */
function weeklySteps(sunday) {
  const monday = text(plusDays(date(sunday), 1))
  const isLastOfMonth = plusDays(date(sunday), 7).getUTCMonth() !== date(sunday).getUTCMonth()
  const steps = [{ as: 'chief', post: `/api/v1/reporting-weeks/${sunday}/close`, body: {} }]
  const sign = (ref) => {
    const bulletin = `/api/v1/bulletins/@${ref}`
    steps.push({ as: 'clerk', post: `${bulletin}/submit` })
    if (ref === 'b-gongxin-2021-05-09') {
      steps.push({ as: 'chief', post: `${bulletin}/send-back`, body: { reason: '请补充营业部的答复情况' } })
      steps.push({ as: 'clerk', post: `${bulletin}/submit` })
    }
    steps.push({ as: 'chief', post: `${bulletin}/review` }, { as: 'director', post: `${bulletin}/issue`, body: {} })
  }
  for (const platform of [...watched, 'digest']) {
    const ref = `b-${platform}-${sunday}`
    const of = platform === 'digest' ? 'kind=DIGEST' : `platformId=@${platform}`
    steps.push({ as: 'clerk', get: `/api/v1/bulletins?status=DRAFT&${of}&weekEndsOn=${sunday}`, ref })
    sign(ref)
  }
  for (const platform of isLastOfMonth ? registered : []) {
    const ref = `b-${platform}-${sunday}`
    steps.push({ as: 'clerk', post: '/api/v1/bulletins', ref, body: { platformId: `@${platform}`, weekEndsOn: sunday } })
    sign(ref)
  }
  return steps.map((step, i) => ({ at: `${monday}T01:00:${String(i).padStart(2, '0')}Z`, ...step }))
}

/** What waits for a second person when the demonstration is tried. */
const NEW_CLERK = {
  as: 'admin',
  post: '/api/v1/accounts',
  ref: 'new-clerk',
  body: { username: 'newclerk', name: '温新人（虚构）', password: 'first-words-of-newc', roles: ['CLERK'] },
}

/** Nobody reported from 2022 until whoever tries the demonstration does: a year of it is enough. */
function watching(at, isWatched) {
  return watched.map((ref) => {
    const { body } = platforms.find((each) => each.ref === ref)
    const filed = ref === 'fenghuang' ? { stage: 'CASE_FILED', policeAuthority: '海口市公安局龙华分局' } : {}
    return { at, as: 'chief', put: `/api/v1/platforms/@${ref}`, body: { ...body, ...filed, watched: isWatched } }
  })
}

/** Whoever tries the demonstration finds somebody proposed, and somebody whose review is due. */
function onTheDesk(cases) {
  const [proposed, due] = cases.filter((each) => each.isSteady && !each.listed && each.town === '445102010000').slice(-2)
  const propose = (ref, each, reason, note) => {
    const body = { registrationId: `@${each.ref}`, reason, level: 2, note }
    return { as: 'officer', post: '/api/v1/attention-entries', ref, body }
  }
  return [
    propose('now-due', due, 'EMOTIONAL_DISTRESS', '电话中情绪低落，家人请求多联系'),
    { as: 'chief', post: '/api/v1/attention-entries/@now-due/approve', body: { reviewOn: '@today+5' } },
    propose('now-proposed', proposed, 'HARDSHIP', '退休金投入其中，生活困难'),
  ]
}

function expected(steps) {
  const ledger = new Ledger()
  let next = 0
  const weeks = sundays.map((sunday) => {
    for (; next < steps.length && steps[next].at < `${sunday}T16:00:00Z`; next++) ledger.apply(steps[next])
    return { endsOn: sunday, ...ledger.figures(sunday, registered, watched) }
  })
  return {
    note: 'What the figures must be at each closing, reckoned by ledger.mjs from the steps alone.',
    weeks,
    registeredByTown: ledger.towns(),
  }
}

const stories = new Stories().tell()
const steps = [
  ...platformSteps(),
  ...stories.steps,
  ...attentionSteps(stories.cases, sundays),
  ...disclosureSteps(sundays),
  ...sundays.flatMap(weeklySteps),
  ...watching('2022-01-04T01:00:00Z', false),
].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))

// what has no moment is done when the demonstration has caught up with today; the last step stays the last (see README.md)
const sent = [...steps.map(({ town, ...step }) => step), ...watching(undefined, true), NEW_CLERK, ...onTheDesk(stories.cases)]
writeFileSync(
  new URL('steps-2021.jsonl', import.meta.url),
  [{ note: NOTE }, ...sent].map((line) => `${JSON.stringify(line)}\n`).join(''),
)
writeFileSync(new URL('expected-2021.json', import.meta.url), `${JSON.stringify(expected(steps), null, 1)}\n`)
