import { serviceWork } from './work-service.ts';
import { skilledWork } from './work-skilled.ts';
import { workshopWork } from './work-workshop.ts';

/** Every kind of work that demo openings are made of. */
export const workKinds = { ...workshopWork, ...skilledWork, ...serviceWork } as const;
export type WorkKind = keyof typeof workKinds;
