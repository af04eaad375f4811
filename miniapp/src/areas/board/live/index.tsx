import { View } from '@tarojs/components';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { homeOf, restartAt, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Arrivals } from './arrivals.tsx';
import { BoardHead } from './board-head.tsx';
import { Booths } from './booths.tsx';
import { Homes } from './homes.tsx';
import { Present } from './present.tsx';
import './index.scss';
import './ridge.scss';
import './booths.scss';
import './wall.scss';

/** With the stream behind by less than a second, a screen is never more than two seconds behind the hall. */
const askEveryMs = 1000;

/** The fair as it runs, for a wall screen and for a phone: one request a second. */
export default function LiveBoard() {
  const { fairId = '' } = useParams('/areas/board/live/index');
  const session = useSession();
  const { data, isLoading, problem, reload } = useCall('reports.board', { fairId }, { when: fairId !== '', everyMs: askEveryMs });
  const back = <Button onTap={() => restartAt(homeOf[session?.acting.role ?? 'worker'])}>看招聘会</Button>;
  return (
    <Page title="现场大屏" bare className={`board ${data ? 'is-live' : ''}`}>
      {fairId === '' && <Empty title="没说是哪一场" words="从招聘会里点“看大屏”" action={back} />}
      {isLoading && <Skeleton count={4} />}
      {problem && !data && <ErrorView problem={problem} onRetry={() => void reload()} />}
      {data && (
        <>
          <BoardHead board={data} />
          <Present board={data} />
          <Arrivals board={data} />
          <View className="panel board-right">
            <Booths board={data} />
            <Homes board={data} />
          </View>
        </>
      )}
    </Page>
  );
}
