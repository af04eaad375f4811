import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { refusalOf } from '../../../api/refusal.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { Agree } from '../../../ui/choice.tsx';
import { Heading } from '../../../ui/row.tsx';
import { saveFile } from '../../../ui/save-file.ts';

const isWechat = SIGN_IN === 'wechat';

/** Asks WeChat who holds the phone at this moment: what is sealed is given to nobody else. */
async function freshLogin(): Promise<string> {
  const { code } = await Taro.login().catch(() => {
    throw refusalOf('network');
  });
  return code;
}

async function keepCopy(format: 'xlsx' | 'json', withSealed: boolean): Promise<void> {
  const { fileName, fileBase64 } = await call('rights.copy', { format, ...(withSealed && { loginCode: await freshLogin() }) });
  await saveFile({ fileName, base64: fileBase64, kind: format });
}

/** A copy of everything, to keep or to take elsewhere. 〔个人信息保护法 §45〕 */
export function CopyPart() {
  const [withSealed, setSealed] = useState(false);
  const take = useAction(keepCopy, { done: '存好了' });
  return (
    <View className="stack">
      <Heading>存一份带走</Heading>
      {isWechat && <Agree words="连身份证全号、人员类别一起存" isOn={withSealed} onChange={setSealed} />}
      <View className="stack">
        <Button kind="act" wide icon="download" busy={take.busy} busyWords="正在做" onTap={() => void take.run('xlsx', withSealed)}>
          存成表格
        </Button>
        <Button kind="line" wide busy={take.busy} busyWords="正在做" onTap={() => void take.run('json', withSealed)}>
          给别的软件用
        </Button>
      </View>
      <View className="small t2">{withSealed ? '里面有身份证号，存好了别乱发' : '身份证号只露头尾'}</View>
    </View>
  );
}
