interface Change {
  before?: Record<string, unknown> | undefined;
  after?: Record<string, unknown> | undefined;
}

/** A check-in that somebody made on a phone, not at a gate: with which phone, at which fair. */
export function phoneCheckInOf({ before, after }: Change): { deviceId: string; where: string; workerId: string }[] {
  const isCheckIn = String(after?.pk).startsWith('W#') && String(after?.sk).startsWith('C#');
  if (!isCheckIn || before || !after?.deviceId || after.via !== 'own_scan') return [];
  return [{ deviceId: String(after.deviceId), where: String(after.fairId), workerId: String(after.pk).slice(2) }];
}
