// A small repeatable source of chance (mulberry32): the same seed gives the same year, on any machine.

let state = 20211231

export function chance() {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/** A whole number from one to another, both included. */
export const between = (from, to) => from + Math.floor(chance() * (to - from + 1))

export const pick = (list) => list[Math.floor(chance() * list.length)]

export const happens = (probability) => chance() < probability

/** One of the entries of [[value, weight], …]. */
export function weighted(entries) {
  let left = chance() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of entries) {
    left -= weight
    if (left < 0) return value
  }
  return entries.at(-1)[0]
}

/** Roughly normal, mean 0 and deviation 1. */
export const bell = () => Array.from({ length: 12 }, chance).reduce((sum, x) => sum + x, -6)

export function shuffled(list) {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = between(0, i)
    ;[copy[i], copy[j]] = [copy[j], copy[i]]
  }
  return copy
}
