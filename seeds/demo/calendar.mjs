// Working time of 2021 in Shanghai, which has no summer time: UTC is eight hours behind.

import { between } from './random.mjs'

/** Days off that fall on weekdays: 元旦, 春节, 清明, 劳动节, 端午, 中秋, 国庆. */
const HOLIDAYS = new Set([
  '2021-01-01',
  '2021-02-11',
  '2021-02-12',
  '2021-02-15',
  '2021-02-16',
  '2021-02-17',
  '2021-04-05',
  '2021-05-03',
  '2021-05-04',
  '2021-05-05',
  '2021-06-14',
  '2021-09-20',
  '2021-09-21',
  '2021-10-01',
  '2021-10-04',
  '2021-10-05',
  '2021-10-06',
  '2021-10-07',
])

const DAY = 86_400_000

export const date = (text) => new Date(`${text}T00:00:00Z`)
export const text = (day) => day.toISOString().slice(0, 10)
export const plusDays = (day, days) => new Date(day.getTime() + days * DAY)

const isWorkday = (day) => ![0, 6].includes(day.getUTCDay()) && !HOLIDAYS.has(text(day))

/** The same day if it is a working day, else the next one. */
export function workday(day) {
  while (!isWorkday(day)) day = plusDays(day, 1)
  return day
}

const usedSeconds = new Set()

/** A moment of a working day that no other step has: between 09:20 and 11:50 or 14:40 and 17:20. */
export function moment(day, from = 0, to = 1) {
  for (;;) {
    const open = 290 * 60
    const second = between(Math.floor(open * from), Math.floor(open * to) - 1)
    const local = 9 * 3600 + 20 * 60 + second + (second >= 150 * 60 ? 170 * 60 : 0)
    const at = new Date(day.getTime() + local * 1000 - 8 * 3_600_000).toISOString().replace('.000', '')
    if (!usedSeconds.has(at)) {
      usedSeconds.add(at)
      return at
    }
  }
}

/** The Sundays the weeks of the year end on; the last one takes in 31 December. */
export const sundays = Array.from({ length: 53 }, (_, week) => text(plusDays(date('2021-01-03'), 7 * week)))
