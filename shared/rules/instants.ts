const minuteMs = 60_000;

/** The instant so many minutes after another; both in UTC, as ISO. */
export const afterMinutes = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * minuteMs).toISOString();

/** The instant so many times 24 hours after another: the same clock time of China on that day. For a day without a time see `dayAfter`. */
export const afterDays = (at: string, days: number): string => afterMinutes(at, days * 24 * 60);
