import { consentTexts } from '@shanhai/shared/rules/consents.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useSession } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { guide } from '../texts/guide.ts';
import { Sections } from '../texts/sections.tsx';

const { version, on } = consentTexts.privacy;

/** Asked while nobody has agreed to this version; reading on is never kept from anybody. */
function AgreeFoot() {
  const agree = useAction(() => call('consents.agree', { purpose: 'privacy', version }), { done: '记下了' });
  return (
    <View className="stack tight">
      <Button kind="main" busy={agree.busy} onTap={() => void agree.run()}>
        看过了，同意
      </Button>
      <View className="small t2 center">不点也能看岗位</View>
    </View>
  );
}

/** 隐私保护指引, open to everybody. 〔个人信息保护法 §17〕 */
export default function Guide() {
  const session = useSession();
  const mine = useCall('consents.mine', {}, { when: session?.acting.role === 'worker' });
  return (
    <Page title="隐私保护指引" {...(mine.data?.asksPrivacy && { foot: <AgreeFoot /> })}>
      <View className="small t2">
        第 {version} 版，{on} 起
      </View>
      <Sections of={guide} />
      <Button kind="quiet" wide onTap={() => go('/areas/rights/terms/index')}>
        看用户协议
      </Button>
    </Page>
  );
}
