/** Pages of this area, as '<page>/index'. */
export const cardsPages: string[] = ['consent/index', 'given/index', 'booth/index', 'seen/index', 'ready/index', 'hand-over/index'];
