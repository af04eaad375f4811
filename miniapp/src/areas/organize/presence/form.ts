import type { Output } from '@shanhai/shared/contract/contract.ts';

type Presence = NonNullable<Output<'fairs.mine'>['items'][number]['presence']>;

/** The page's own fields: the place is typed, or filled in by a button. */
export interface Draft {
  code: Presence['code'];
  confirmsAtGate: boolean;
  asksPlace: boolean;
  /** `104.31, 24.88` */
  place: string;
  radiusKm: number;
}

export const placeWords = (east: number, north: number): string => `${east.toFixed(2)}, ${north.toFixed(2)}`;

export function draftOf(presence: Presence | undefined): Draft {
  const place = presence?.place;
  return {
    code: presence?.code ?? 'printed',
    confirmsAtGate: presence?.confirmsAtGate ?? false,
    asksPlace: place !== undefined,
    place: place ? placeWords(place.east, place.north) : '',
    radiusKm: place?.radiusKm ?? 5,
  };
}

/** Degrees east and north, in China and its seas. */
function readPlace(text: string): { east: number; north: number } | undefined {
  const [east = Number.NaN, north = Number.NaN] = text.split(/[,，\s]+/).map(Number);
  return east >= 73 && east <= 136 && north >= 3 && north <= 54 ? { east, north } : undefined;
}

/** What is sent; undefined while the place cannot be read. */
export function formOf({ code, confirmsAtGate, asksPlace, place, radiusKm }: Draft) {
  if (!asksPlace) return { code, confirmsAtGate };
  const read = readPlace(place);
  return read && { code, confirmsAtGate, place: { ...read, radiusKm } };
}
