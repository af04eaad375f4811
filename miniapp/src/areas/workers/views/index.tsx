import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import type { IconName } from '../../../ui/icon-names.ts';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Row } from '../../../ui/row.tsx';

type Seen = Output<'workers.views'>['items'][number];
const whatWords: Record<Seen['what'], string> = {
  searched: '在门口查到了您的名字',
  card: '看了您的名片',
  answered: '答了您的名片',
  registered: '帮您登记的',
  exported: '导出了本县的名单，里面可能有您',
  revealed: '看了您的名字和电话',
  revealed_id: '看了您的身份证号',
  compared: '比对了您的登记，看是不是登了两份',
  categories: '看了或改了您的人员类别',
  changed: '帮您改了资料',
  matched: '在“谁合适”里看到了您会什么，没有名字和电话',
  agent_id: '核验单位时看了您的身份证照片',
};
const whatIcons: Record<Seen['what'], IconName> = {
  searched: 'search',
  card: 'user',
  answered: 'bell',
  registered: 'edit',
  exported: 'download',
  revealed: 'phone',
  revealed_id: 'guard',
  compared: 'swap',
  categories: 'doc',
  changed: 'edit',
  matched: 'people',
  agent_id: 'user',
};

function Views() {
  const session = useSession();
  const views = useCall('workers.views', {}, { when: session?.acting.role === 'worker' });
  if (!views.data) return <NotYet of={views} shape="rows" />;
  if (views.data.items.length === 0)
    return (
      <Empty
        title="还没有人看过"
        words="谁看了您的名字、电话，都记在这里"
        action={
          <Button kind="line" onTap={() => go('/areas/cards/given/index')}>
            名片给过谁
          </Button>
        }
      />
    );
  return (
    <Card flush>
      {views.data.items.map((seen) => (
        <Row
          key={`${seen.at}${seen.byName}${seen.what}`}
          icon={whatIcons[seen.what]}
          tone="grey"
          title={`${seen.byName}${whatWords[seen.what]}`}
          words={[seen.what === 'matched' ? monthDay(seen.at) : `${monthDay(seen.at)} ${chinaTime(seen.at)}`, seen.purpose && `用来${seen.purpose}`]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </Card>
  );
}

/** 谁看过我的资料: every look of staff at a name or a phone. 〔个人信息保护法 §44–45〕 */
export default function WhoLooked() {
  return (
    <Page title="谁看过我">
      <View className="t2">看您的名字和电话，都要留下记录。不想再给谁看，到“名片给过谁”收回。</View>
      <Views />
    </Page>
  );
}
