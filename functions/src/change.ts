import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { Problem } from '@shanhai/shared/problems.ts';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { askedOf } from './answers/moves.ts';
import type { Deps } from './deps.ts';
import { phoneCheckInOf } from './limits/moves.ts';
import { broughtOf, leftChangedOf } from './places/moves.ts';
import { type Change, movesOf, newcomerOf } from './reports/moves.ts';
import { itemOf } from './table/stream-item.ts';

type Image = Record<string, AttributeValue>;

function changeOf(record: DynamoDBRecord): Change {
  const { OldImage, NewImage } = record.dynamodb ?? {};
  return { before: OldImage && itemOf(OldImage as Image), after: NewImage && itemOf(NewImage as Image) };
}

/** Check-ins, cards, applications, refusals, people, openings, booths, lines of the audit and its chain: by both parts of the key. */
const counted = /^(W#\S* (C#|K#|J#|P$|Z$)|F#\S* (X#|B#)|J#\S* META$|AC?#)/;
const audited = /^AC?#/;
/** What the clock let go after its years is not counted back: the figures of its fair stand. */
const isLetGo = ({ NewImage, OldImage }: NonNullable<DynamoDBRecord['dynamodb']>): boolean => !NewImage && OldImage?.ttl !== undefined;
function isCounted({ dynamodb = {} }: DynamoDBRecord): boolean {
  const key = `${dynamodb.Keys?.pk?.S ?? ''} ${dynamodb.Keys?.sk?.S ?? ''}`;
  return counted.test(key) && (audited.test(key) || !isLetGo(dynamodb));
}

/** A profile, or what is sealed of a person. */
function isOfPerson({ before, after }: Change): boolean {
  const { pk, sk } = after ?? before ?? {};
  return String(pk).startsWith('W#') && (sk === 'P' || sk === 'Z');
}

function complain({ dynamodb }: DynamoDBRecord, error: unknown): void {
  const words = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 120) : 'unknown';
  console.error(JSON.stringify({ stream: 'bad_record', sequence: dynamodb?.SequenceNumber, error: words, keys: dynamodb?.Keys?.sk?.S?.slice(0, 2) }));
}

/** Trouble that passes by itself: the whole batch comes again, nothing in it is to blame. */
const isPassing = (error: unknown): boolean => error instanceof Problem && error.code === 'try_again';

/** Fewer than there are sockets: a request that only waits for one is taken for one that cannot connect. */
const phonesAtOnce = 25;

/**
 * Counts what changed into the live figures. Items that count nowhere are passed over unread. Records that cannot be
 * counted are handed back, to be tried again and then set aside; all others of the batch are counted, those after them
 * too, so that nothing is lost when the rest of a batch is set aside with a bad record.
 */
export function handleChange({ reports, places, answers, workers, audit, limits, now }: Deps) {
  async function count(records: readonly DynamoDBRecord[]): Promise<void> {
    const changes = records.map(changeOf);
    await reports.applyMoves(changes.flatMap(movesOf));
    await reports.learnNames(changes.map(newcomerOf).filter((id) => id !== undefined));
    await answers.countAll(changes.flatMap(askedOf));
    await places.tellBooths(changes.flatMap(leftChangedOf));
    await workers.learnPeople(changes.filter(isOfPerson));
    await audit.chain(changes, now());
    const ofPhones = changes.flatMap(phoneCheckInOf);
    for (let from = 0; from < ofPhones.length; from += phonesAtOnce) {
      await Promise.all(ofPhones.slice(from, from + phonesAtOnce).map((one) => limits.personOfPhone('mass_check_in', one)));
    }
    for (const { fairId, jobIds } of changes.flatMap(broughtOf)) await places.tellBooth(fairId, jobIds);
  }

  /** One record by itself: was it counted? */
  async function countAlone(record: DynamoDBRecord): Promise<boolean> {
    try {
      await count([record]);
      return true;
    } catch (error) {
      if (isPassing(error)) throw error;
      complain(record, error);
      return false;
    }
  }

  async function badOnes(records: readonly DynamoDBRecord[]): Promise<DynamoDBRecord[]> {
    const bad: DynamoDBRecord[] = [];
    for (const record of records) if (!(await countAlone(record))) bad.push(record);
    return bad;
  }

  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const records = event.Records.filter(isCounted);
    try {
      await count(records);
      return { batchItemFailures: [] };
    } catch (error) {
      if (isPassing(error)) throw error;
      const bad = await badOnes(records);
      return { batchItemFailures: bad.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })) };
    }
  };
}
