import { call } from '../../api/call.ts';
import { asRefusal } from '../../api/refusal.ts';
import { deviceId } from '../../api/session-store.ts';
import { actWithServer } from './device-report.ts';
import { keepEntry } from './entries.ts';
import { scanAtHub, tellPassed } from './hub-deeds.ts';
import { scanHere } from './judge-here.ts';
import { type Asked, type Verdict, verdictOf, verdictOfRefusal } from './verdict.ts';

/** One person at the gate, by code or number: what the server says, the laptop in the hall, or this device by itself. A strip of nobody is blank. */
export async function passAt(fairId: string, gate: string, asked: Asked): Promise<Verdict | { kind: 'blank'; number: number }> {
  try {
    const answer = await actWithServer(fairId, () => call('attendance.scan', { fairId, gate, deviceId: deviceId(), ...asked }));
    if (!answer) return (await scanAtHub(fairId, gate, asked)) ?? scanHere(fairId, gate, asked);
    if (answer.outcome === 'blank_strip') return { kind: 'blank', number: answer.number };
    // who was only confirmed checked in on their own phone: nothing of this device to take back
    if (answer.outcome === 'checked_in' && answer.person && !answer.confirmed) keepEntry(fairId, { number: answer.number, at: answer.person.at, gate });
    return (await tellPassed(fairId, gate, asked, answer)) ?? verdictOf(answer);
  } catch (error) {
    return verdictOfRefusal(asRefusal(error), asked);
  }
}
