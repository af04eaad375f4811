import { Button as SharingButton, View } from '@tarojs/components';
import { go } from '../../../nav.ts';
import { Card, Heading, Row } from '../../../ui/row.tsx';

const isWechat = process.env.TARO_ENV === 'weapp';

/** To fellow villagers: as a card in WeChat, as a picture anywhere. */
export function ShareCard({ jobId }: { jobId: string }) {
  return (
    <View className="stack">
      <Heading>告诉老乡</Heading>
      <Card flush>
        {isWechat && (
          <View className="job-share">
            <Row icon="chat" title="发给老乡、发到群里" words="点开就看得到，不用登录" />
            <SharingButton className="job-share-tap" openType="share" aria-label="发给老乡、发到群里" />
          </View>
        )}
        <Row icon="download" title="存成海报图" words="图上有码，扫了就到这个岗位" onTap={() => go('/areas/jobs/poster/index', { jobId })} />
      </Card>
    </View>
  );
}
