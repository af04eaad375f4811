import { employerKinds, employerKindWords, hiresForOthers } from '@shanhai/shared/rules/employers.ts';
import { regionNames } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/choice.tsx';
import { Field, Finding } from '../../../ui/field.tsx';
import { DayField, ListField } from '../../../ui/pick-field.tsx';
import { Card, Heading, RadioRow } from '../../../ui/row.tsx';
import type { TypeInKind } from '../../../ui/type-in.tsx';
import { type EmployerDraft, plainCode, today } from './employer-draft.ts';
import type { EmployerInHand } from './use-employer.ts';

const regionOptions = Object.entries(regionNames).map(([value, words]) => ({ value, words }));
const kindHints = {
  own_hiring: '给自己厂里、店里招',
  agency: '替别的单位招，要有许可证',
  labour_broker: '替一家单位招乡亲，要有许可证和它的委托书',
  public_service: '公共就业机构',
} as const;

type TextField = Exclude<{ [K in keyof EmployerDraft]: EmployerDraft[K] extends string ? K : never }[keyof EmployerDraft], 'kind'>;
interface TextProps {
  hand: EmployerInHand;
  field: TextField;
  label: string;
  aside?: string;
  placeholder?: string;
  most?: number;
  kind?: TypeInKind;
}

function TextOf({ hand, field, ...look }: TextProps) {
  const problem = hand.problemAt(field);
  return (
    <Field
      {...look}
      value={hand.draft[field]}
      problem={problem}
      isGood={hand.isRight(field)}
      onChange={(typed) => hand.change({ [field]: typed })}
      onLeave={() => hand.pass(field)}
    />
  );
}

/** Name, kind and credit code. */
export function WhoFields({ hand }: { hand: EmployerInHand }) {
  const { draft } = hand;
  return (
    <>
      <Heading>单位</Heading>
      <TextOf hand={hand} field="name" label="单位全名" aside="和执照一样" most={60} />
      <TextOf hand={hand} field="shortName" label="简称" aside="展位上挂的，12 个字以内" most={12} />
      <View className="stack">
        <View className="b">哪一类</View>
        <Card flush>
          {employerKinds.map((kind) => (
            <RadioRow key={kind} title={employerKindWords[kind]} words={kindHints[kind]} isOn={draft.kind === kind} onTap={() => hand.change({ kind })} />
          ))}
        </Card>
      </View>
      <Field
        label="统一社会信用代码"
        aside={`${plainCode(draft.creditCode).length} / 18 位`}
        value={draft.creditCode}
        problem={hand.problemAt('creditCode')}
        isGood={hand.isRight('creditCode')}
        hint={hand.isRight('creditCode') ? '校验位对' : '执照左上角那 18 位'}
        onChange={(typed) => hand.change({ creditCode: plainCode(typed) })}
        onLeave={() => hand.pass('creditCode')}
        most={24}
      />
      <TextOf hand={hand} field="industry" label="做哪一行" placeholder="钢结构制造" most={20} />
    </>
  );
}

/** Where it is, as it says itself and as the licence says. */
export function PlaceFields({ hand }: { hand: EmployerInHand }) {
  const { draft } = hand;
  const differs = draft.address.trim() !== '' && draft.licenceAddress.trim() !== '' && draft.address.trim() !== draft.licenceAddress.trim();
  return (
    <>
      <Heading>地址和执照</Heading>
      <ListField
        label="在哪个区县"
        hint="由这里的人社局核验"
        value={draft.regionCode}
        options={regionOptions}
        problem={hand.problemAt('regionCode')}
        onChange={(regionCode) => hand.change({ regionCode })}
      />
      <TextOf hand={hand} field="address" label="现在的地址" placeholder="石湖荡镇 8 号 2 幢" most={80} />
      <View className="stack">
        <TextOf hand={hand} field="licenceAddress" label="执照上的住所" most={80} />
        {draft.address.trim() !== '' && draft.licenceAddress.trim() === '' && (
          <View>
            <Button kind="soft" onTap={() => hand.change({ licenceAddress: draft.address.trim() })}>
              和上面一样
            </Button>
          </View>
        )}
        {differs && <Finding mild title="和现在的地址不一样，核验时会问" />}
      </View>
      <Card flush className="form-switch">
        <Switch words="营业期限是长期" isOn={draft.isLongTerm} onChange={(isLongTerm) => hand.change({ isLongTerm })} />
      </Card>
      {!draft.isLongTerm && (
        <DayField
          label="营业期限到哪天"
          value={draft.licenceUntilOn}
          from={today()}
          problem={hand.problemAt('licenceUntilOn')}
          onChange={(licenceUntilOn) => hand.change({ licenceUntilOn })}
        />
      )}
      {hiresForOthers(draft.kind) && <AgencyFields hand={hand} />}
      {draft.kind === 'labour_broker' && <ClientFields hand={hand} />}
    </>
  );
}

function AgencyFields({ hand }: { hand: EmployerInHand }) {
  return (
    <>
      <TextOf hand={hand} field="serviceLicenceNo" label="人力资源服务许可证号" most={40} />
      <DayField
        label="许可证到哪天"
        value={hand.draft.serviceLicenceUntilOn}
        from={today()}
        problem={hand.problemAt('serviceLicenceUntilOn')}
        onChange={(serviceLicenceUntilOn) => hand.change({ serviceLicenceUntilOn })}
      />
    </>
  );
}

/** The one employer a broker acts for. */
function ClientFields({ hand }: { hand: EmployerInHand }) {
  return (
    <>
      <Heading>替谁招</Heading>
      <TextOf hand={hand} field="clientName" label="用人单位全名" aside="和它的执照一样" most={60} />
      <TextOf hand={hand} field="clientCode" label="用人单位的信用代码" aside="18 位" most={24} />
      <View className="small t2">它给您的委托书到哪天，写在最下面“委托书到哪天”</View>
    </>
  );
}

/** Who acts for the employer. */
export function AgentFields({ hand }: { hand: EmployerInHand }) {
  return (
    <>
      <Heading>经办人</Heading>
      <TextOf hand={hand} field="agentName" label="名字" aside="和委托书一样" most={30} />
      <TextOf hand={hand} field="agentPhone" label="手机" aside="只给核验的人看" kind="phone" most={11} />
      <DayField
        label="委托书到哪天"
        value={hand.draft.authorisedUntilOn}
        from={today()}
        problem={hand.problemAt('authorisedUntilOn')}
        onChange={(authorisedUntilOn) => hand.change({ authorisedUntilOn })}
      />
    </>
  );
}
