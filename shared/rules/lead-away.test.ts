import { describe, expect, test } from 'vitest';
import { leadAwayProblem, leadsAway, leadsAwayIn, requireNoLead, withoutLeads } from './lead-away.ts';

describe('words that lead away', () => {
  test.each([
    ['详情见 https://a.b/x', '链接'],
    ['打开 www.zhaopin-x.com 报名', '链接'],
    ['上 zhaogong.top 填表', '网址'],
    ['zhaogong点com 报名', '网址'],
    ['简历发 hr@yuting.cn', '邮箱'],
    ['加我微信 ygl20260207', '微信号'],
    ['加V：abc12345', '微信号'],
    ['+vx abc12345', '微信号'],
    ['加一下人事薇信', '微信号'],
    ['微信号：ygl_2026', '微信号'],
    ['ＶＸ：ａｂｃ１２３４５', '微信号'],
    ['电话微信同号', '微信号'],
    ['入职先进群', '微信号'],
    ['加QQ 聊', 'QQ 号'],
    ['QQ群：123456789', 'QQ 号'],
    ['扣扣 1234567', 'QQ 号'],
    ['关注月汀公众号看详情', '公众号'],
    ['搜小程序“快招工”', '公众号'],
    ['扫下方二维码', '二维码'],
    ['长按识别二维码报名', '二维码'],
    ['扫码进群', '二维码'],
    ['联系王经理 13800138000', '电话'],
    ['打 138 0013 8000', '电话'],
    ['１３８００１３８０００', '电话'],
    ['+86-138-0013-8000', '电话'],
    ['座机 021-56781234', '电话'],
    ['客服 400-820-1234', '电话'],
    ['下载我们的APP报名', '下载'],
  ])('“%s” has %s', (text, what) => expect(leadsAwayIn(text)[0]?.what).toBe(what));
});

test.each([
  '周一 8 点来厂里，带身份证',
  '下午三点给您打电话',
  '月浦镇 12.5 号楼，找门卫登记',
  '会用微信就行，工资用微信也能查',
  '会用扫码枪，扫码入库、出库',
  '上下班扫码打卡',
  'QQ糖车间包装工',
  'QQ 音乐不能外放',
  '加工 V 型槽，加V带，会看图纸',
  'CO2 气保焊，Q235 钢',
  '加班 36 小时，加油站旁边',
  '熟悉 ASP.NET、Node.js、Vue.js',
  '公众号编辑，会排版',
  '短视频剪辑，做抖音带货',
  '月薪 5200.5 元，身高不限',
  '第 2026 批，编号 20260207001',
  '工龄满 1 年加 200 元',
  '早 8 点。中午包一顿',
  '罗平到上海 2200 公里，坐 G1371 次',
  '不会让您加微信、点链接',
  '3.5 吨叉车，5.8 米货车',
  '宝山区月浦镇沪太路 8885 号 3 号楼',
  '微信支付报销车票',
  '培训 15 天，照发工资',
])('“%s” is fine', (text) => expect(leadsAwayIn(text)).toEqual([]));

test('a person is told what to take out', () => {
  expect(leadAwayProblem('详情加微信 ygl20260207')).toMatch(/^请去掉“.*”：这里不放微信号$/);
  expect(leadAwayProblem('周一来')).toBeUndefined();
});

test('an older text is shown without it', () => {
  expect(withoutLeads('周一来，见 www.a-b.com 或打 13800138000，带身份证')).toBe('周一来，见 〔已隐去〕 或打 〔已隐去〕，带身份证');
  expect(withoutLeads('详情加微信 ygl20260207，周一来')).toBe('详情〔已隐去〕，周一来');
  expect(withoutLeads('加V：abc12345 聊')).toBe('〔已隐去〕 聊');
  expect(withoutLeads('周一来')).toBe('周一来');
});

test('the field is named', () => {
  expect(() => requireNoLead({ name: '月汀钢构', address: '见 a.top' })).toThrow(
    expect.objectContaining({ code: 'words_lead_away', detail: { field: 'address', what: '网址' } }),
  );
  expect(() => requireNoLead({ name: '月汀钢构', clientName: undefined })).not.toThrow();
});

test.each(['加', '微信', '1', 'a.', '扫', '关注', '0', '@', '-', '1 '])('a text full of “%s” is read to its end', (words) => {
  expect(typeof leadsAway(words.repeat(2000))).toBe('boolean');
});
