const ZONE = 'Asia/Shanghai';

/** The bureau's day of an instant, as 2021-03-01. */
export const formatDay = (instant: string) => new Date(instant).toLocaleDateString('sv-SE', { timeZone: ZONE });

/** The bureau's day and minute of an instant. */
export const formatDateTime = (instant: string) =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });

export const today = () => formatDay(new Date().toISOString());

export const daysFromToday = (days: number) => plusDays(today(), days);

/** A calendar day so many days after another, or before it. */
export const plusDays = (from: string, days: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
