// The independent calculation: plain arithmetic over the steps, in whole fen, knowing nothing of the service.

const fen = (yuan) => Math.round(Number(yuan) * 100)
const yuan = (fen) => (fen / 100).toFixed(2)
const sum = (list) => list.reduce((total, value) => total + value, 0)

/** What is rolled over adds no principal. */
const principalOf = (investments) => sum(investments.filter((one) => !one.rolledOver).map((one) => fen(one.principal)))
const repaidOf = (repayments) => sum(repayments.map((one) => fen(one.amount)))

/** Who they are, what was promised, and that they paid. */
const isComplete = (shown) =>
  shown.includes('IDENTITY_DOCUMENT') &&
  ['CONTRACT', 'PLATFORM_SCREENSHOT', 'RECONCILIATION'].some((kind) => shown.includes(kind)) &&
  ['TRANSFER_RECEIPT', 'BANK_STATEMENT', 'RECEIPT'].some((kind) => shown.includes(kind))

export class Ledger {
  registrations = new Map()
  attention = new Map()
  disclosures = []

  apply(step) {
    // /api/v1/registrations, or /api/v1/registrations/@r12/verify
    const [list, record, verb] = (step.post ?? '').split('/').slice(3)
    const on = record?.slice(1)
    const target = this.registrations.get(on)
    const { body } = step
    switch (verb ? `${list}/${verb}` : list) {
      case 'registrations':
        this.registrations.set(step.ref, {
          platform: body.platformId.slice(1),
          document: body.investor.documentNumber,
          town: step.town,
          status: 'RECEIVED',
          sums: { principal: principalOf(body.investments), repaid: repaidOf(body.repayments ?? []) },
          helper: body.actedAsSalesperson ?? false,
          police: body.policeReport !== undefined,
          complete: isComplete(body.evidenceShown),
        })
        break
      case 'registrations/correct':
        if (body.investments) target.sums.principal = principalOf(body.investments)
        if (body.repayments) target.sums.repaid = repaidOf(body.repayments)
        if (body.evidenceShown) target.complete = isComplete(body.evidenceShown)
        if (body.actedAsSalesperson !== undefined) target.helper = body.actedAsSalesperson
        if (body.policeReport) target.police = true
        break
      case 'registrations/verify':
        target.status = 'VERIFIED'
        target.sums = { principal: fen(body.principal), repaid: fen(body.principalRepaid) + fen(body.returnsPaid) }
        break
      case 'registrations/withdraw':
        target.status = 'WITHDRAWN'
        break
      case 'registrations/refuse':
        target.status = 'REFUSED'
        break
      case 'registrations/merge':
        this.merge(target, this.registrations.get(body.intoId.slice(1)), body.carryAmounts)
        break
      case 'platforms/disclosures':
        this.disclosures.push(on)
        break
      case 'attention-entries':
        this.attention.set(step.ref, { registration: body.registrationId.slice(1), level: body.level, status: 'PROPOSED' })
        break
      case 'attention-entries/approve':
      case 'attention-entries/renew':
        Object.assign(this.attention.get(on), { status: 'ACTIVE', reviewOn: body.reviewOn })
        break
      case 'attention-entries/decline':
      case 'attention-entries/leave':
        this.attention.get(on).status = 'ENDED'
        break
    }
  }

  merge(from, into, carryAmounts) {
    from.status = 'MERGED'
    if (carryAmounts) {
      into.sums.principal += from.sums.principal
      into.sums.repaid += from.sums.repaid
    }
  }

  /** Where things stand at the end of a day; of the platforms that are only watched, how often they let something be known. */
  figures(day, platforms, watched) {
    const live = [...this.registrations.values()].filter((each) => ['RECEIVED', 'VERIFIED'].includes(each.status))
    const affected = live.filter(isAffected)
    return {
      platforms: Object.fromEntries([
        ...platforms.map((ref) => [ref, this.platform(ref, day, live)]),
        ...watched.map((ref) => [ref, { DISCLOSURES: { count: this.disclosures.filter((each) => each === ref).length } }]),
      ]),
      all: {
        PERSONS_REGISTERED: { count: persons(live) },
        PERSONS_AFFECTED: { count: persons(affected) },
      },
    }
  }

  platform(ref, day, all) {
    const live = all.filter((each) => each.platform === ref)
    const affected = live.filter(isAffected)
    const onList = (level) =>
      [...this.attention.values()].filter(
        (entry) =>
          entry.status === 'ACTIVE' &&
          entry.reviewOn >= day &&
          entry.level === level &&
          this.registrations.get(entry.registration).platform === ref,
      ).length
    return {
      REGISTERED: { count: live.length },
      AFFECTED: counted(affected),
      WITHOUT_LOSS: counted(live.filter((each) => !each.helper && loss(each) <= 0)),
      SUSPECTED_HELPERS: counted(live.filter((each) => each.helper)),
      PRINCIPAL: { amount: yuan(sum(affected.map((each) => each.sums.principal))) },
      REPAID: { amount: yuan(sum(affected.map((each) => each.sums.repaid))) },
      VERIFIED: counted(live.filter((each) => each.status === 'VERIFIED')),
      POLICE_REPORTED: { count: live.filter((each) => each.police).length },
      EVIDENCE_COMPLETE: { count: live.filter((each) => each.complete).length },
      ATTENTION_LEVEL_1: { count: onList(1) },
      ATTENTION_LEVEL_2: { count: onList(2) },
      ATTENTION_LEVEL_3: { count: onList(3) },
    }
  }

  /** Live registrations by town and outside the county. */
  towns() {
    const towns = {}
    for (const each of this.registrations.values()) {
      if (['RECEIVED', 'VERIFIED'].includes(each.status)) towns[each.town] = (towns[each.town] ?? 0) + 1
    }
    return Object.fromEntries(Object.entries(towns).sort())
  }
}

const loss = (each) => each.sums.principal - each.sums.repaid
const isAffected = (each) => !each.helper && loss(each) > 0
const persons = (live) => new Set(live.map((each) => each.document)).size
const counted = (live) => ({ count: live.length, amount: yuan(sum(live.map(loss))) })
