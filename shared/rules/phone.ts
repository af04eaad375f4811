/** Is this a mainland mobile number? Tencent's virtual test numbers (12066600001–24) count, so that reviewers can try. */
export function isPhone(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone) || /^120666000(0[1-9]|1\d|2[0-4])$/.test(phone);
}

/** `12066600001` → `120 6660 0001` */
export function spacedPhone(phone: string): string {
  return phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}

/** `12066600001` → `120****0001` */
export function maskedPhone(phone: string): string {
  return phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2');
}

/** `杨桂兰` → `杨**` */
export function maskedName(name: string): string {
  const letters = Array.from(name);
  return letters.length < 2 ? '*' : `${letters[0]}${'*'.repeat(letters.length - 1)}`;
}
