import type { Output } from '@shanhai/shared/contract/contract.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { payDayWords } from '@shanhai/shared/rules/job-terms.ts';
import { hirerWords } from '@shanhai/shared/rules/jobs.ts';
import { Canvas, Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { useParams } from '../../../nav.ts';
import { aria } from '../../../ui/aria.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { mealsShown } from '../../../ui/meal-words.ts';
import { Page } from '../../../ui/page.tsx';
import { dayWords, placeWords } from '../../../ui/place-words.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { canvasId, drawPicture, isWechat, keepPicture } from './draw-picture.ts';
import { drawPoster, type PosterWords } from './draw-poster.ts';
import './index.scss';

type Job = Output<'jobs.get'>;

function wordsOf(job: Job): PosterWords {
  const { title, employer, takeHomeFen, remaining, dorm, hasDorm, demo } = job;
  return {
    title,
    employer: hirerWords(employer.name, job.onBehalfOf?.unitName),
    takeHome: yuan(Math.round(takeHomeFen / 100) * 100),
    lines: [
      `${placeWords(job.workRegion)} ${job.workTown}${job.workAddress}`,
      [hasDorm ? `包住${dorm ? `（${dorm}）` : ''}` : '不包住', mealsShown(job.meals, job.taste)].filter(Boolean).join('，'),
      `还要 ${remaining} 人，${payDayWords(job.payRhythm, job.payDay)}`,
      '不收押金，不扣身份证',
    ],
    verified: employer.verifiedOn ? `${employer.verifiedBy ?? '人社局'} ${dayWords(employer.verifiedOn)}核验` : '',
    until: `有效到 ${dayWords(job.expiresOn)}`,
    isDemo: demo === true,
    link: job.link,
  };
}

async function keep(address: string, fileName: string): Promise<void> {
  try {
    await keepPicture(address, fileName);
    showToast('存到相册了');
  } catch (error) {
    if (String((error as { errMsg?: string }).errMsg).includes('auth')) await Taro.openSetting();
    else showToast('没存上，长按图片也能存', 'stop');
  }
}

/** The picture, once it is drawn. In WeChat the canvas stands on the page a turn after this has been drawn. */
function useDrawn(job: Job): { address: string | undefined; isFailed: boolean } {
  const [address, setAddress] = useState<string>();
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    const draw = (): void =>
      void drawPicture((brush) => drawPoster(brush, wordsOf(job)))
        .then(setAddress)
        .catch(() => setFailed(true));
    const soon = setTimeout(draw, 100);
    return () => clearTimeout(soon);
  }, [job]);
  return { address, isFailed };
}

function Poster({ job, onAgain }: { job: Job; onAgain: () => void }) {
  const { address, isFailed } = useDrawn(job);
  const words = wordsOf(job);
  return (
    <Page
      title="岗位海报"
      foot={
        isFailed ? (
          <Button kind="main" onTap={onAgain}>
            再画一次
          </Button>
        ) : (
          <Button kind="main" icon="download" busy={!address} busyWords="正在画" onTap={() => address && void keep(address, `${job.title}-海报.png`)}>
            {isWechat ? '存到相册' : '下载图片'}
          </Button>
        )
      }
    >
      {address ? (
        <Image
          className="poster-picture"
          mode="widthFix"
          src={address}
          showMenuByLongpress
          {...aria({ role: 'img', label: `${words.title}，${words.employer}，到手约 ${words.takeHome} 元，${words.lines.join('，')}，${words.verified}` })}
        />
      ) : (
        !isFailed && <Skeleton />
      )}
      <View className="small t2 center">长按图片也能发给老乡、发到群里</View>
      {isWechat && <Canvas type="2d" id={canvasId} canvasId={canvasId} className="poster-canvas" />}
    </Page>
  );
}

/** A picture of an opening with its code, for the album, for groups and for paper. */
export default function JobPoster() {
  const { jobId = '' } = useParams('/areas/jobs/poster/index');
  const job = useCall('jobs.get', { jobId }, { when: jobId !== '' });
  const [turn, setTurn] = useState(0);
  if (job.data) return <Poster key={turn} job={job.data} onAgain={() => setTurn(turn + 1)} />;
  return <Page title="岗位海报">{job.problem ? <ErrorView problem={job.problem} onRetry={() => void job.reload()} /> : <Skeleton />}</Page>;
}
