import { View } from '@tarojs/components';
import { answerPrivacy, openContract, useIsPrivacyAsked } from '../api/privacy.ts';
import { go } from '../nav.ts';
import { Button } from './button.tsx';
import { ListenButton } from './listen-button.tsx';
import { Sheet } from './sheet.tsx';

const words = '拍照、手机号、位置，都只在您点的那一下用。不同意，也能接着看岗位。';

/** WeChat wants the person's yes before the first photograph, number or place. Closing it never means yes. */
export function PrivacySheet() {
  const isAsked = useIsPrivacyAsked();
  const refuse = (): void => answerPrivacy(false);
  const read = (): void => {
    refuse();
    go('/areas/rights/guide/index');
  };
  return (
    <Sheet isOpen={isAsked} onClose={refuse} label="隐私保护指引">
      <View className="row">
        <View className="h2 grow">先问您一声</View>
        <ListenButton words={words} />
      </View>
      <View>{words}</View>
      <View className="pair">
        <Button kind="quiet" onTap={read}>
          看隐私保护指引
        </Button>
        <Button kind="quiet" onTap={openContract}>
          看微信的说明
        </Button>
      </View>
      <View className="pair">
        <Button kind="line" onTap={refuse}>
          不同意
        </Button>
        <Button kind="main" onAgreePrivacy={() => answerPrivacy(true)}>
          同意
        </Button>
      </View>
    </Sheet>
  );
}
