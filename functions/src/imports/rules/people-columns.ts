import { categoryWords } from '@shanhai/shared/rules/categories.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { column } from './table.ts';

/** The columns of a 三级摸排 table: who somebody is, what they can do, what they look for. 〔沪人社就〔2026〕89号 二(三)1；个人信息保护法 §6、§14〕 */
export const peopleColumns = [
  column('name', '姓名', ['劳动者姓名', '人员姓名', '名字'], true, 12, '照身份证写', ['杨桂兰', '岩罕']),
  column('residentId', '身份证号', ['身份证号码', '公民身份号码', '身份证', '证件号码'], false, 24, '这一列要设成“文本”；和手机至少填一个', ['', '']),
  column('phone', '手机', ['手机号', '手机号码', '联系电话', '电话', '联系方式'], false, 16, '11 位；和身份证号至少填一个', ['12066600001', '12066600002']),
  column('county', '县区', ['县', '区县', '县市区', '户籍地', '所在县'], false, 12, '不填就是本县', ['', '']),
  column('town', '乡镇', ['乡镇街道', '乡', '镇', '所在乡镇', '街道', '乡镇名称'], true, 14, '写到乡镇或街道', ['富乐镇', '板桥镇']),
  column(
    'trades',
    '想做的工',
    ['意向工种', '就业意向', '求职工种', '意愿岗位', '想从事工种'],
    false,
    20,
    '可写几样，用顿号隔开；没想好可不填',
    ['电工、焊工', '缝纫'],
    Object.values(tradeWords),
  ),
  column('place', '想去哪里', ['意向地区', '意向地', '就业地意向', '务工意向地', '想去地区'], false, 14, '写到省市或区县', ['上海市', '']),
  column('pay', '至少到手', ['期望工资', '期望薪资', '期望月薪', '薪资要求', '期望收入'], false, 12, '每月至少多少元，写一个数', ['5000', '']),
  column('dorm', '要包住', ['是否包住', '是否需要住宿', '住宿要求'], false, 8, '要 或 不要', ['要', ''], ['要', '不要']),
  column('skills', '会做什么', ['技能', '技能特长', '掌握技能', '技能水平'], false, 24, '可写几样，用顿号隔开', ['电工', '']),
  column('certificate', '证书', ['技能证书', '职业资格证书', '证书名称'], false, 18, '照证书上的名称写', ['低压电工作业证', '']),
  column(
    'categories',
    '人员类别',
    ['人员类型', '群体类别', '劳动力类别', '帮扶类别', '身份类别'],
    false,
    22,
    '脱贫劳动力、农村劳动力等，可写几样，用顿号隔开；加密存，单位看不到；已经登记过的人不动',
    ['农村劳动力', ''],
    Object.values(categoryWords),
  ),
  column(
    'consent',
    '本人同意',
    ['同意登记', '是否同意', '同意方式', '本人是否同意'],
    true,
    12,
    '问过本人才能登记，填了身份证号、人员类别的也要逐样说到：口头 或 书面',
    ['口头', '书面'],
    ['口头', '书面'],
  ),
  column(
    'elsewhere',
    '给上海看',
    ['给结对的上海人社局看', '同意给上海看', '给上海人社局看', '同意推荐到上海'],
    false,
    12,
    '读给本人听：上海结对的人社局看得到姓什么、哪个乡镇、想做什么、会什么。他说好才写 同意；不填就是不同意；已经登记过的人不动',
    ['同意', ''],
    ['同意', '不同意'],
  ),
] as const;
export type PeopleField = (typeof peopleColumns)[number]['field'];
