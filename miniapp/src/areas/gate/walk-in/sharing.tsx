import { consentTexts } from '@shanhai/shared/rules/consents.ts';
import { View } from '@tarojs/components';
import { Agree } from '../../../ui/choice.tsx';
import type { Draft } from './form.ts';

const { words } = consentTexts.elsewhere;

interface SharingProps {
  draft: Draft;
  /** None: there is nobody to ask for, and nothing is asked. */
  receivers: readonly string[];
  onChange: (changed: Partial<Draft>) => void;
}

/** A yes of its own, said aloud and never ticked before: may the bureaus on the other side of the pairing see this person? 〔个人信息保护法 §14、§23〕 */
export function Sharing({ draft, receivers, onChange }: SharingProps) {
  if (receivers.length === 0) return null;
  return (
    <View>
      <Agree words={`让${receivers.join('、')}也帮着找，他亲口说好`} isOn={draft.isSharing} onChange={(isSharing) => onChange({ isSharing })} />
      <View className="hint">念给他听：{words}。不答应也照样登记，答应了随时能收回。</View>
    </View>
  );
}
