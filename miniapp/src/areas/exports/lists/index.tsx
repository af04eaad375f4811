import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useSession } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { showToast } from '../../../ui/toast-store.ts';
import { PeopleList } from './people-list.tsx';
import { SurveyEntry } from './survey-entry.tsx';
import { TakenLists } from './taken-lists.tsx';

function OpeningList({ isOwn }: { isOwn: boolean }) {
  const take = useAction(async () => {
    const { fileName, xlsxBase64, rows } = await call('exports.openings', {});
    await saveFile({ fileName, base64: xlsxBase64, kind: 'xlsx' });
    showToast(`${rows} 个岗位，表格存好了`);
  });
  return (
    <View className="stack">
      <Heading>岗位供给清单</Heading>
      <Card>
        <View className="t2">{isOwn ? '本单位在招的岗位。' : '本地和结对那边在招的岗位，核验过的单位才在里面。'}列名和导入的模板一样，改好还能传回来。</View>
        <Button kind="act" wide icon="download" busy={take.busy} busyWords="正在做表格" onTap={() => void take.run()}>
          下载岗位清单
        </Button>
      </Card>
    </View>
  );
}

/** 清单: the two lists that bureaus exchange, and who took which. 〔沪人社就〔2026〕89号 二(三)1〕 */
export default function Lists() {
  const session = useSession();
  const acting = session?.acting;
  const isShanghai = acting?.scope?.startsWith('31') ?? false;
  const isOfficer = acting?.role === 'officer';
  return (
    <Page title="清单" wide>
      <OpeningList isOwn={acting?.role === 'recruiter'} />
      {isOfficer && <PeopleList isShanghai={isShanghai} />}
      {isOfficer && !isShanghai && <SurveyEntry />}
      {isOfficer && <TakenLists />}
    </Page>
  );
}
