import { go, useParams } from '../../../nav.ts';
import { Page } from '../../../ui/page.tsx';
import { RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { ImportPage } from '../parts/import-page.tsx';

const steps = [
  '下载模板，一行填一个岗位；单位自己的表，列名差不多也认',
  '选好文件，先看哪些行好、哪些行要改',
  '好的行变成草稿，一个一个看过再发；要改的行带着红字退给您',
];

/** 从表格导入岗位: the 岗位供给清单 of the employer. */
export default function ImportOpenings() {
  const { importId } = useParams('/areas/imports/openings/index');
  return (
    <RecruiterOnly title="从表格导入">
      {() => (
        <Page title="从表格导入" wide>
          <ImportPage
            kind="openings"
            importId={importId}
            unit="个岗位"
            steps={steps}
            onSeeAll={() => go('/areas/jobs/mine/index')}
            seeAllWords="去看草稿"
            open={(id) => go('/areas/imports/openings/index', { importId: id })}
          />
        </Page>
      )}
    </RecruiterOnly>
  );
}
