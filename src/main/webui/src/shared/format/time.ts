const ZONE = 'Asia/Shanghai';

/** Date of an instant in the bureau's time zone, such as 2021-03-01. */
export const formatDay = (instant: string) => new Date(instant).toLocaleDateString('sv-SE', { timeZone: ZONE });

/** Date and time (to the minute) of an instant in the bureau's time zone. */
export const formatDateTime = (instant: string) =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });

export const today = () => formatDay(new Date().toISOString());

export const daysFromToday = (days: number) => plusDays(today(), days);

/** Adds days to a date; a negative number subtracts them. */
export const plusDays = (from: string, days: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
