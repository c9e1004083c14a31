import { createContext, useContext } from 'react';
import type { Schemas } from '../api/client';

export type Viewer = Schemas['Account'];
export type Role = Schemas['Role'];

export interface Session {
  viewer: Viewer;
  signOut: () => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The signed-in user. Only for components below the shell, which renders them after sign-in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) {
    throw new Error('nobody is signed in');
  }
  return session;
}

export function useRoles() {
  const { viewer } = useSession();
  return { has: (...roles: Role[]) => roles.some((role) => viewer.roles.includes(role)) };
}

/** Roles that work with the register. */
export const BUREAU_ROLES: Role[] = ['CLERK', 'AREA_OFFICER', 'SECTION_CHIEF', 'DIRECTOR'];
