import type { Output } from '@shanhai/shared/contract/contract.ts';
import { fairPlans, fairPlanWords, isOnline } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { go } from '../../../nav.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { IconName } from '../../../ui/icon-names.ts';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { needsPermit } from '../edit/form.ts';
import type { Fair } from '../own-fairs.ts';

type Missing = Output<'fairs.missing'>['items'][number];

/** Where each missing thing is mended. */
function mend(fairId: string, key: string): void {
  const [what = '', which] = key.split('_');
  if (what === 'time') go('/areas/organize/edit/index', { fairId, step: 2 });
  else if (what === 'plan' || what === 'police') go('/areas/organize/edit/index', { fairId, step: 3 });
  else if (what === 'booths') go('/areas/organize/invite/index', { fairId });
  else go('/areas/organize/openings/index', { fairId, boothNo: which });
}

const icons: Partial<Record<string, IconName>> = { time: 'clock', plan: 'doc', police: 'guard', booths: 'building', booth: 'building', openings: 'list' };
const iconOf = (key: string): IconName => icons[key.split('_')[0] ?? ''] ?? 'warn';

/** What is in order already, so that one sees how near it is. */
function doneWords(fair: Fair, missing: readonly Missing[]): string[] {
  const isMissing = (key: string): boolean => missing.some((one) => one.key.startsWith(key));
  const plans = isOnline(fair.kind) ? [] : fairPlans.filter((plan) => !isMissing(`plan_${plan}`)).map((plan) => fairPlanWords[plan]);
  const permit = needsPermit({ expected: fair.expectedAttendance, kind: fair.kind }) && !isMissing('police') ? ['公安许可证号'] : [];
  const booths = fair.boothCount > 0 && !isMissing('booth_') ? [`${fair.boothCount} 家单位都核验过`] : [];
  return [...plans, ...permit, ...booths];
}

/** 还缺什么: each thing with its article; a tap leads to where it is mended. */
export function MissingList({ fair, missing }: { fair: Fair; missing: readonly Missing[] }) {
  const done = doneWords(fair, missing);
  return (
    <View className="stack">
      <Heading aside={missing.length ? '补齐就能发' : '能发了'}>{missing.length ? `还差 ${missing.length} 项` : '都齐了'}</Heading>
      <Card flush>
        {missing.map(({ key, words, article }) => (
          <Row
            key={key}
            icon={iconOf(key)}
            tone="wait"
            title={words}
            {...(article && {
              words: (
                <View className="finding-law">
                  <Icon name="scales" size={18} />
                  <View className="grow">{article}</View>
                </View>
              ),
            })}
            onTap={() => mend(fair.fairId, key)}
          />
        ))}
        {done.map((words) => (
          <View key={words} className="li is-still">
            <Icon name="okc" className="ok-t" />
            <View className="grow ok-t">{words}</View>
          </View>
        ))}
      </Card>
    </View>
  );
}
