import { type FilePurpose, filePurposeWords, neededPapers, type PictureCheck, pictureCheckWords } from '@shanhai/shared/rules/files.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { FilterChip } from '../../../ui/chip.tsx';
import { Lamp } from '../../../ui/figures.tsx';
import { AskedPhoto, PhotoView } from '../../../ui/photo-view.tsx';
import type { Employer } from './check-rows.ts';
import { Licence } from './licence.tsx';

type Line = readonly [what: string, words: string, isOff?: boolean];

const untilWords = (day: string | undefined): string => (day === 'long_term' ? '长期' : `至 ${day ?? '没填'}`);

/** What was typed of a paper, to be read against its photograph. */
const typedOf: Record<FilePurpose, (e: Employer) => Line[]> = {
  licence: (e) => [
    ['信用代码', e.creditCode],
    ['名称', e.name],
    ['住所', e.licenceAddress, e.address !== e.licenceAddress],
    ['营业期限', untilWords(e.licenceUntilOn)],
  ],
  post: (e) => [
    ['招聘单位', e.name],
    ['行业', e.industry],
  ],
  agent_id: (e) => [['经办人', e.agentName]],
  authorisation: (e) => [
    ['委托给', e.agentName],
    ['委托期限', untilWords(e.authorisedUntilOn)],
  ],
  service_licence: (e) => [
    ['许可证号', e.serviceLicenceNo ?? '没填'],
    ['有效期', untilWords(e.serviceLicenceUntilOn)],
  ],
};

/** What WeChat thinks of a photograph, where the officer has to look all the more. */
function WechatSays({ check }: { check: PictureCheck | undefined }) {
  if (!check || check === 'pass') return null;
  return <Lamp state={check === 'risky' ? 'stop' : 'wait'}>{pictureCheckWords[check]}</Lamp>;
}

function Photos({ employer, purpose }: { employer: Employer; purpose: FilePurpose }) {
  const found = (employer.papers ?? []).filter((paper) => paper.purpose === purpose);
  const label = filePurposeWords[purpose];
  if (!found.length) return <View className="papers-none">没交{label}的照片</View>;
  return found.map(({ fileId, check }) =>
    purpose === 'agent_id' ? (
      <AskedPhoto key={fileId} fileId={fileId} label="身份证" words="看了会留下记录，本人查得到" />
    ) : (
      <View key={fileId} className="papers-photo">
        <WechatSays check={check} />
        <PhotoView fileId={fileId} label={label} isLarge />
      </View>
    ),
  );
}

/** The photographs, one paper at a time, large, and below what was typed of it. Without any, the licence as it was typed. */
export function Papers({ employer }: { employer: Employer }) {
  const [purpose, setPurpose] = useState<FilePurpose>('licence');
  if (!employer.papers?.length) return <Licence employer={employer} differs={employer.address !== employer.licenceAddress} />;
  /** Nothing is there, or WeChat would have it looked at. */
  const isDoubtful = (one: FilePurpose): boolean => {
    const found = (employer.papers ?? []).filter((paper) => paper.purpose === one);
    return !found.length || found.some(({ check }) => check === 'risky' || check === 'review');
  };
  return (
    <View className="papers">
      <View className="chips">
        {neededPapers(employer.kind).map((one) => (
          <FilterChip key={one} role="radio" isOn={one === purpose} onTap={() => setPurpose(one)} {...(isDoubtful(one) && { icon: 'warn' as const })}>
            {filePurposeWords[one]}
          </FilterChip>
        ))}
      </View>
      <Photos key={purpose} employer={employer} purpose={purpose} />
      <View className="papers-typed">
        <View className="small t2">单位填的，和照片对着看</View>
        {typedOf[purpose](employer).map(([what, words, isOff]) => (
          <View key={what} className={`papers-line ${isOff ? 'is-off' : ''}`}>
            <View className="papers-what">{what}</View>
            <View className="papers-words">{words}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
