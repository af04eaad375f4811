import { templateNames } from '@shanhai/shared/rules/messages.ts';
import * as z from 'zod';

/** Kinds of fields in a template of WeChat that we can fill; another one fails when the function starts, not at night. */
const field = /^(thing|phrase|time|date|character_string|number)\d+$/;

/** One template of this stage: its id at WeChat, and which value fills which of its fields: `{ thing1: 'employer' }`. */
export const MessageTemplate = z.object({ id: z.string().min(1), fields: z.record(z.string().regex(field), z.string().min(1)) });
export type MessageTemplate = z.infer<typeof MessageTemplate>;

/** Templates differ by WeChat account, so they are told by the stage; one that is not told is not used. */
export const MessageTemplates = z.partialRecord(z.enum(templateNames), MessageTemplate);
export type MessageTemplates = z.infer<typeof MessageTemplates>;
