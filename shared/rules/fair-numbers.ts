/** The numbers that people carry at a fair: four digits are all there are. */
export const lastNumber = 9999;

/** More booths than any hall has. */
export const lastBooth = 4095;
