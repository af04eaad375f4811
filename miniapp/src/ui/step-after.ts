import type { RefusalCode } from '../api/refusal.ts';

/** The step after a refusal at the gate, by its reason. */
export function stepAfter(code: RefusalCode): string {
  const steps: Partial<Record<RefusalCode, string>> = {
    storage: '没网也没记下。删点东西再点，或到门口领一张号码条',
    network: '没网也有号：到门口领一张号码条，今天就用它',
    code_forged: '可能是假的。门口穿马甲的人会帮您',
    code_expired: '门口屏幕上的码半分钟换一次，扫现在的那张',
    wrong_fair: '门口那张最大的就是',
    fair_not_open_yet: '到点再点一次就行，先看看岗位',
    fair_over: '下一场在首页的招聘会里',
    fair_closed: '下一场在首页的招聘会里',
    numbers_exhausted: '门口还有纸的号码条',
    clock_off: '到手机设置里打开自动时间，再扫一次门口的码',
    not_allowed: '您现在是办事的身份。到“我的”换成找工作，再签',
    account_blocked: '带上身份证，到门口人工登记',
  };
  return steps[code] ?? '再试一次，还不行就到门口人工登记';
}
