import type { Output } from '@shanhai/shared/contract/contract.ts';
import type { Category } from '@shanhai/shared/rules/categories.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useSession } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { Banner } from '../../../ui/banner.tsx';
import { CategorySwitches } from '../../../ui/category-switches.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card } from '../../../ui/row.tsx';

type Held = Output<'workers.categories'>['items'][number];

function List({ items }: { items: readonly Held[] }) {
  const say = useAction((category: Category, holds: boolean) => call('workers.sayCategory', { category, holds }), { done: '记下了' });
  return (
    <Card>
      <CategorySwitches held={items} onChange={(category, holds) => void say.run(category, holds)} />
    </Card>
  );
}

/** What the papers hold a person to be: the person sees it, says it and corrects it. 〔个人信息保护法 §28、§45、§46〕 */
export default function MyCategories() {
  const session = useSession();
  const mine = useCall('workers.categories', {}, { when: session?.acting.role === 'worker' });
  return (
    <Page title="人员类别">
      <Banner kind="info" icon="lock" title="单位看不到" words="只给您和管您这一片的人社干部看，用来帮您办补贴、找岗位" />
      {mine.data ? <List items={mine.data.items} /> : <NotYet of={mine} shape="rows" />}
      <View className="t2">不对就点一下改过来。不填也照样找工作。</View>
    </Page>
  );
}
