import type { Plugin } from 'vite';

export const ALLOWED: string[];
export function licences(file?: string): Plugin;
