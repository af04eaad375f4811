/** Integer 分 to yuan as people read it: `597500` → `5,975`, `2550` → `25.50`. */
export function yuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  const rest = Math.abs(fen) % 100;
  const digits = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${digits}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`;
}

/** What a person typed in yuan to integer 分; undefined when it is not an amount. */
export function fenFromYuan(typed: string): number | undefined {
  const plain = typed.replace(/[,，\s元]/g, '');
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(plain)) return undefined;
  return Math.round(Number(plain) * 100);
}
