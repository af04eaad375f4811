import type { Caller } from '@shanhai/shared/contract/basics.ts';
import type { contract, Input } from '@shanhai/shared/contract/contract.ts';
import type { DeskRoute, PaperRoute, RouteName, SearchRoute } from '@shanhai/shared/routes.ts';
import type * as z from 'zod';
import type { Deps } from '../deps.ts';

type Contract = typeof contract;
type CallerOf<N extends RouteName> = Contract[N]['by'] extends 'anyone' ? Caller | undefined : Caller;
/** What a handler gives back; the edge parses it, so undeclared fields fall away. */
type Answer<N extends RouteName> = z.input<Contract[N]['output']>;

export interface Request<N extends RouteName> {
  input: Input<N>;
  caller: CallerOf<N>;
}

export type Handler<N extends RouteName> = (request: Request<N>, deps: Deps) => Promise<Answer<N>>;

type NamesOf<Area extends string> = Exclude<Extract<RouteName, `${Area}.${string}`>, PaperRoute | SearchRoute>;
/** The handlers of one area: one for each of its addresses. */
export type HandlersOf<Area extends string> = { [N in NamesOf<Area>]: Handler<N> };
export type Handlers = { [N in RouteName]: Handler<N> };
export type PaperHandlers = Pick<Handlers, PaperRoute>;
export type SearchHandlers = Pick<Handlers, SearchRoute>;
export type DeskHandlers = Pick<Handlers, DeskRoute>;
export type ApiHandlers = Omit<Handlers, PaperRoute | SearchRoute | DeskRoute>;
