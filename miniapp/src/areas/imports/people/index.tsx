import { useSession } from '../../../api/session-store.ts';
import { go, useParams } from '../../../nav.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { ImportPage } from '../parts/import-page.tsx';

const steps = [
  '下载模板发给村里、镇里，一行填一个人；自己的表，列名差不多也认',
  '选好文件，先看哪些行好、哪些行要改',
  '新的人登记进来；已经有的人不改，说法不一样的列出来请您核对',
];

/** 导入摸排表: the people of a county, asked village by village. */
export default function ImportPeople() {
  const { importId } = useParams('/areas/imports/people/index');
  const session = useSession();
  if (session && session.acting.role !== 'officer')
    return (
      <Page title="导入摸排表">
        <Empty title="这件事由县里的工作人员来办" words="您的身份不能导入摸排表" />
      </Page>
    );
  return (
    <Page title="导入摸排表" wide>
      <ImportPage
        kind="people"
        importId={importId}
        unit="个人"
        steps={steps}
        onSeeAll={() => go('/areas/imports/conflicts/index', {})}
        seeAllWords="去核对两种说法"
        open={(id) => go('/areas/imports/people/index', { importId: id })}
      />
    </Page>
  );
}
