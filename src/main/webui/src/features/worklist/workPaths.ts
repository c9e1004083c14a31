import type { Schemas } from '../../shared/api/client';

/** Screen on which each kind of work is done. */
export const WORK_PATHS: { [kind in Schemas['WorkKind']]: string } = {
  ACCOUNT_CHANGES_TO_DECIDE: '/approvals?status=PENDING',
  ACCESS_REQUESTS_TO_DECIDE: '/approvals?access=PENDING',
  ATTENTION_TO_DECIDE: '/attention?status=PROPOSED',
  ATTENTION_TO_REVIEW: '/attention?status=ACTIVE&due=soon',
  BULLETINS_TO_SUBMIT: '/bulletins?status=DRAFT',
  BULLETINS_TO_REVIEW: '/bulletins?status=SUBMITTED',
  BULLETINS_TO_SIGN: '/bulletins?status=REVIEWED',
  BULLETINS_MISSING: '/bulletins',
};
