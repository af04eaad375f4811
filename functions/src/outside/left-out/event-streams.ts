/** In bundles, for `@smithy/core/event-streams`: neither the table nor the secrets answer in a stream of events. */
export function EventStreamSerde(): never {
  throw new Error('No service that is asked here answers in a stream of events');
}
