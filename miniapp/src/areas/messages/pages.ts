/** Pages of this area, as '<page>/index'. */
export const messagesPages: string[] = ['list/index', 'outbox/index'];
