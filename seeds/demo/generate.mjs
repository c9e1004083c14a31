// Writes the invented year 2021 of the bureau: steps-2021.jsonl, which the demonstration replays, and expected-2021.json,
// what the figures must then be, reckoned here and not by the service. Run it with: node seeds/demo/generate.mjs

import { readFileSync, writeFileSync } from 'node:fs'
import { attentionSteps } from './attention.mjs'
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
    { at: at(), as: 'chief', do: 'enter-platform', ref, body },
    ...branches.map((branch) => ({ at: at(), as: 'chief', do: 'enter-branch', on: ref, ref: branch.ref, body: branch.body })),
  ])
  steps.push({ at: at(), as: 'admin', do: 'assign-liaison', body: { username: 'liaison', branchId: '@gongxin-chaozhou' } })
  const fenghuang = platforms.find((each) => each.ref === 'fenghuang').body
  const filed = { ...fenghuang, stage: 'CASE_FILED', policeAuthority: '海口市公安局龙华分局' }
  steps.push({ at: moment(date('2021-05-06')), as: 'chief', do: 'change-platform', on: 'fenghuang', body: filed })
  return steps
}

/** On Monday the week is closed and each watched platform gets its bulletin; the others get one a month. */
function weeklySteps(sunday) {
  const monday = plusDays(date(sunday), 1)
  const at = (time) => `${text(monday)}T${time}Z`
  const isLastOfMonth = plusDays(date(sunday), 7).getUTCMonth() !== date(sunday).getUTCMonth()
  const reported = isLastOfMonth ? [...watched, ...registered] : watched
  return [
    { at: at('01:00:00'), as: 'chief', do: 'close-week', on: sunday, body: {} },
    ...reported.flatMap((platform, i) => {
      const ref = `b-${platform}-${sunday}`
      return [
        {
          at: at(`01:0${i + 1}:00`),
          as: 'chief',
          do: 'draft-bulletin',
          ref,
          body: { platformId: `@${platform}`, weekEndsOn: sunday },
        },
        { at: at(`01:1${i + 1}:00`), as: 'director', do: 'issue-bulletin', on: ref, body: {} },
      ]
    }),
  ]
}

function expected(steps) {
  const ledger = new Ledger()
  let next = 0
  const weeks = sundays.map((sunday) => {
    for (; next < steps.length && steps[next].at < `${sunday}T16:00:00Z`; next++) ledger.apply(steps[next])
    return { endsOn: sunday, ...ledger.figures(sunday, registered) }
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
  ...sundays.flatMap(weeklySteps),
].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))

const sent = steps.map(({ town, ...step }) => step)
writeFileSync(
  new URL('steps-2021.jsonl', import.meta.url),
  [{ note: NOTE }, ...sent].map((line) => `${JSON.stringify(line)}\n`).join(''),
)
writeFileSync(new URL('expected-2021.json', import.meta.url), `${JSON.stringify(expected(steps), null, 1)}\n`)
