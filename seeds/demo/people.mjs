// Invented people: their names, documents, telephones and addresses. Nobody here exists.

import { readFileSync } from 'node:fs'
import { bell, between, happens, pick, weighted } from './random.mjs'

const SURNAMES = [...'陈陈陈陈林林林黄黄郑郑李李吴吴张张蔡蔡许许谢谢杨刘王苏洪曾佘庄翁柯丁邱方卢沈郭余罗禤亓逄']
const MALE = [...'伟雄文杰明德华龙木辉炳坤钦楚松镇荣创彬少鹏喜泽浩铭武贤裕强祥锐波群']
const FEMALE = [...'丽婵娟芳玉燕珠惠卿英莲如霞妙绵琴敏素美贞瑜琼兰香淑婉銮纯钿璇']
const RARE = ['陈㛃', '林𠮷祥', '佘㛃卿', '黄𠮷', '郑喆㛃', '禤𬭚']

/** Resident numbers: mostly of the county and its neighbours. The serial part is 900–999 throughout: invented. */
const PREFIXES = [
  ['445102', 62],
  ['445101', 10],
  ['445121', 12],
  ['445122', 8],
  ['440520', 3],
  ['440582', 3],
  ['362101', 2],
]
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const taken = new Set()
let phones = 0
let organisations = 0

function once(make) {
  for (;;) {
    const value = make()
    if (!taken.has(value)) {
      taken.add(value)
      return value
    }
  }
}

/** 161 is given to no operator: these numbers reach nobody. */
export const phone = () => `1610000${String(++phones).padStart(4, '0')}`

const checkDigit = (body) => '10X98765432'[[...body].reduce((sum, digit, i) => sum + digit * WEIGHTS[i], 0) % 11]

function residentNumber(prefix, bornOn, sex) {
  const serial = 900 + 2 * between(0, 49) + (sex === 'MALE' ? 1 : 0)
  const body = prefix + bornOn.replaceAll('-', '') + serial
  return body + checkDigit(body)
}

/** GB 32100: the part that names the organisation is 9999xxxx, which no registry has reached. */
function creditCode() {
  const chars = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const own = `9999${String(++organisations).padStart(4, '0')}`
  const ownCheck = (11 - ([...own].reduce((sum, c, i) => sum + c * [3, 7, 9, 10, 5, 8, 4, 2][i], 0) % 11)) % 11
  const body = `91445102${own}${ownCheck === 10 ? 'X' : ownCheck}`
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  return body + chars[(31 - ([...body].reduce((sum, c, i) => sum + chars.indexOf(c) * weights[i], 0) % 31)) % 31]
}

function birthday() {
  const age = Math.min(84, Math.max(24, Math.round(55 + 10 * bell())))
  const month = String(between(1, 12)).padStart(2, '0')
  return `${2020 - age}-${month}-${String(between(1, 28)).padStart(2, '0')}`
}

const name = (sex) =>
  once(() => pick(SURNAMES) + pick(sex === 'MALE' ? MALE : FEMALE) + (happens(0.85) ? pick(sex === 'MALE' ? MALE : FEMALE) : ''))

const OTHER_DOCUMENTS = {
  HMT_RESIDENCE_PERMIT: (bornOn, sex) => residentNumber('810000', bornOn, sex),
  HK_MACAO_PERMIT: () => `H9999${between(1000, 9999)}`,
  TAIWAN_PERMIT: () => `9999${between(1000, 9999)}`,
  PASSPORT: () => `E9999${between(1000, 9999)}`,
}

/** What a resident number says and a passport does not. */
export const bornOn = ({ documentNumber: number }) => ({
  bornOn: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
  sex: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE',
})

/** A person with a resident identity card, or with another document where one is named. */
export function person(documentType = 'RESIDENT_ID') {
  const sex = happens(0.56) ? 'FEMALE' : 'MALE'
  const bornOn = birthday()
  const age = 2021 - Number(bornOn.slice(0, 4))
  const other = OTHER_DOCUMENTS[documentType]
  const documentNumber = once(() => (other ? other(bornOn, sex) : residentNumber(weighted(PREFIXES), bornOn, sex)))
  const { town, address } = home()
  const investor = { kind: 'PERSON', name: RARE.pop() ?? name(sex), documentType, documentNumber, phone: phone() }
  if (other) Object.assign(investor, { bornOn, sex })
  investor.address = address
  if (happens(0.3)) {
    investor.emergencyContact = {
      name: name(happens(0.5) ? 'MALE' : 'FEMALE'),
      relation: pick(['配偶', '子女', '兄弟姐妹']),
      phone: phone(),
    }
  }
  if (age >= 65) investor.elderly = true
  if (happens(0.06)) investor.hardship = true
  return { town, investor }
}

export function organisation() {
  const { town, address } = home()
  const trade = pick(['陶瓷', '工艺', '食品', '婚纱'])
  return {
    town,
    investor: {
      kind: 'ORGANISATION',
      name: `潮州市虚构${'甲乙丙丁'[organisations]}${trade}有限公司`,
      documentType: 'SOCIAL_CREDIT_CODE',
      documentNumber: creditCode(),
      phone: phone(),
      address,
    },
  }
}

const areas = readFileSync(new URL('../areas.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [code, name, level, parent, , validTo, successor] = line.split(',')
    return { code, name, level, parent, abolished: validTo !== '', successor }
  })
const byCode = new Map(areas.map((area) => [area.code, area]))
const villages = areas.filter((area) => area.level === 'VILLAGE' && !area.name.includes('虚拟'))

const townOf = (village) => `${(village.successor || village.code).slice(0, 9)}000`

const spokenVillage = (name) =>
  name
    .replace('社区居民委员会', '社区')
    .replace('村民委员会', '村')
    .replace(/村民?委会$/, '村')
    .replace('居民委员会', '居委会')

const OUTSIDE = ['潮州市潮安区枫溪镇', '潮州市饶平县黄冈镇', '汕头市龙湖区金霞街道', '潮州市潮安区庵埠镇', '揭阳市榕城区榕华街道']

/** Most live in the county: some are entered by code, the others by what they say, the old street names among it. */
function home() {
  const number = `虚构路${between(1, 199)}号`
  if (happens(0.06)) {
    const address = { text: `${pick(OUTSIDE)}${number}` }
    if (happens(0.5)) address.areaCode = 'OUTSIDE'
    return { town: 'OUTSIDE', address }
  }
  const village = weighted(villages.map((each) => [each, each.abolished ? 1.2 : each.name.includes('社区') ? 2 : 1]))
  const text = `${happens(0.5) ? '潮州市' : ''}湘桥区${byCode.get(village.parent).name}${spokenVillage(village.name)}${number}`
  const address = { text }
  if (!village.abolished && happens(0.6)) address.areaCode = village.code
  return { town: townOf(village), address }
}
