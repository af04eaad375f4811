/** One published figure. */
export interface Figure {
  value: number;
  unit: string;
  note: string;
}
export type Figures = Record<string, Figure>;

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
