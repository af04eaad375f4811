import type { Caller } from '@shanhai/shared/contract/basics.ts';
import type { contract, Input } from '@shanhai/shared/contract/contract.ts';
import type { DeskRoute, FairRoute, GateRoute, PaperRoute, RoleRoute, RouteName, SearchRoute } from '@shanhai/shared/routes.ts';
import type * as z from 'zod';
import type { Deps } from '../deps.ts';
import type { GateDeps } from '../gate-deps.ts';

type Contract = typeof contract;
type CallerOf<N extends RouteName> = Contract[N]['by'] extends 'anyone' ? Caller | undefined : Caller;
/** What a handler gives back; the edge parses it, so undeclared fields fall away. */
type Answer<N extends RouteName> = z.input<Contract[N]['output']>;

export interface Request<N extends RouteName> {
  input: Input<N>;
  caller: CallerOf<N>;
}

export type Handler<N extends RouteName, D = Deps> = (request: Request<N>, deps: D) => Promise<Answer<N>>;

type NamesOf<Area extends string> = Exclude<Extract<RouteName, `${Area}.${string}`>, PaperRoute | SearchRoute | RoleRoute>;
/** The handlers of one area: one for each of its addresses. */
export type HandlersOf<Area extends string, D = Deps> = { [N in NamesOf<Area>]: Handler<N, D> };
export type Handlers<D = Deps> = { [N in RouteName]: Handler<N, D> };
export type PaperHandlers = Pick<Handlers, PaperRoute>;
export type SearchHandlers = Pick<Handlers, SearchRoute>;
export type RoleHandlers = Pick<Handlers, RoleRoute>;

/** A part of the interface, and what answers it. */
interface Part<N extends RouteName, D> {
  readonly contract: Pick<Contract, N>;
  readonly handlers: Pick<Handlers<D>, N>;
}
export type GatePart = Part<GateRoute, GateDeps>;
export type FairPart = Part<FairRoute, Deps>;
export type DeskPart = Part<DeskRoute, Deps>;
export type PaperPart = Part<PaperRoute, Deps>;
export type SearchPart = Part<SearchRoute, Deps>;
