import { View } from '@tarojs/components';
import type { Employer } from './check-rows.ts';

/** What stands on the business licence, laid out as the paper lays it out, so that the eye finds the line. Not a picture of it. */
export function Licence({ employer, differs }: { employer: Employer; differs: boolean }) {
  const lines: [what: string, words: string, isOff: boolean][] = [
    ['统一社会信用代码', employer.creditCode, false],
    ['名称', employer.name, false],
    ['住所', employer.licenceAddress, differs],
    ['营业期限', employer.licenceUntilOn === 'long_term' ? '长期' : `至 ${employer.licenceUntilOn}`, false],
  ];
  return (
    <View className="licence">
      <View className="licence-title">营业执照</View>
      {lines.map(([what, words, isOff]) => (
        <View key={what} className={`licence-line ${isOff ? 'is-off' : ''}`}>
          <View className="licence-what">{what}</View>
          <View>{words}</View>
        </View>
      ))}
      <View className="licence-seal">{employer.demo ? '演示' : '照执照抄'}</View>
    </View>
  );
}
