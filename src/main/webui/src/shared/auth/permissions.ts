import { type Operation, ROLES_OF } from '../api/permissions';
import type { Role } from './SessionContext';

export type { Operation };

/** Whether the contract lets one of these roles call the operation. The service decides; this only saves a refused call. */
export const mayCall = (roles: readonly Role[], operation: Operation) => {
  const allowed: readonly Role[] = ROLES_OF[operation];
  return allowed.some((role) => roles.includes(role));
};
