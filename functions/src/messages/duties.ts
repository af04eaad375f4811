import type { Duty } from '../deps.ts';
import { sendDue } from './sender.ts';

export const messagesDuties: readonly Duty[] = [{ name: 'messages.send', everyMinutes: 1, run: sendDue }];
