import { mealWords } from '@shanhai/shared/rules/jobs.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import type { Column } from './table.ts';

const column = <F extends string>(
  field: F,
  title: string,
  also: readonly string[],
  isNeeded: boolean,
  width: number,
  hint: string,
  examples: readonly [string, string],
  options?: readonly string[],
): Column<F> => ({ field, title, also, isNeeded, width, hint, examples, ...(options ? { options } : {}) });

/** The columns of a 岗位供给清单, with the names that bureaus give them. 〔沪人社就〔2026〕89号 二(三)1：标注关键要素；人力资源市场暂行条例 §24〕 */
export const openingColumns = [
  column('title', '岗位名称', ['招聘岗位', '岗位', '职位', '职位名称', '工种名称', '需求岗位'], true, 18, '一行一个岗位', ['电工', '缝纫工']),
  column(
    'trade',
    '工种',
    ['岗位类别', '工种类别', '职业类别', '类别'],
    false,
    12,
    '从下拉里选；不填就按岗位名称认',
    ['电工', '缝纫'],
    Object.values(tradeWords),
  ),
  column('headcount', '招聘人数', ['需求人数', '用工人数', '招工人数', '岗位数', '人数', '招聘数量'], true, 10, '写数字', ['12', '30']),
  column(
    'requirements',
    '招聘条件',
    ['任职要求', '岗位要求', '招聘要求', '应聘条件', '要求', '条件'],
    true,
    32,
    '没有要求就写“不限”；不能限男女、民族、户籍、年龄',
    ['有低压电工证', '不限，会用平缝机优先'],
  ),
  column('duties', '工作内容', ['岗位职责', '工作职责', '岗位描述', '职责', '工作描述'], true, 32, '写清楚做什么活', [
    '厂房配电柜巡检、换线、修电机',
    '工作服平缝、锁边',
  ]),
  column('workRegion', '工作地点', ['工作地区', '工作区县', '所在地区', '地区', '上班地点', '务工地点'], true, 16, '写到区县，比如 上海市宝山区', [
    '上海市宝山区',
    '上海市松江区',
  ]),
  column('workAddress', '详细地址', ['工作地址', '地址', '单位地址', '企业地址'], true, 24, '哪条路、几号', ['月浦镇 12 号', '九亭镇 8 号']),
  column('wagePeriod', '计薪方式', ['计薪', '薪资类型', '工资类型'], false, 10, '月 或 小时；不填按月', ['月', '小时'], ['月', '小时']),
  column('baseWage', '基本工资', ['底薪', '基本月薪', '月工资', '工资', '薪资', '薪资待遇', '月薪', '工资待遇'], true, 12, '写一个数（元），不写范围', [
    '5200',
    '26',
  ]),
  column('overtime', '加班费', ['月加班费', '加班工资', '平均加班费'], false, 10, '平常一个月的加班费（元）', ['1494', '']),
  column('allowance', '补贴', ['津贴', '各类补贴', '岗位补贴'], false, 10, '每月固定的补贴（元）', ['300', '']),
  column('deduction', '扣款', ['代扣', '扣除', '每月扣款'], false, 10, '住宿、水电、伙食、社保个人部分（元）', ['1019', '']),
  column('payDay', '发薪日', ['发工资日', '工资发放日', '发薪日期'], true, 10, '每月几号，写 1 到 31', ['15', '10']),
  column('shift', '班次', ['工作时间', '上班时间', '工时', '班制'], false, 22, '几点到几点、怎么倒班', ['白班 8:00–17:00', '两班倒，每班 8 小时']),
  column('dorm', '住宿', ['包住', '是否包住', '住宿条件', '住宿情况'], false, 18, '写 是、否，或写清楚几人间', ['四人间，免费', '是']),
  column('meals', '用餐', ['包吃', '是否包吃', '餐食', '伙食', '用餐情况'], false, 12, '从下拉里选', ['包两餐', '有餐补'], Object.values(mealWords)),
  column('taste', '餐食口味', ['口味'], false, 14, '比如 有云南口味', ['有云南口味', '']),
  column('training', '入职培训', ['培训', '岗前培训'], false, 18, '几天、带不带薪', ['带薪三天', '']),
  column('benefits', '福利', ['福利待遇', '其他福利', '社保福利', '五险一金', '其他待遇'], false, 24, '合同、社保、体检等', ['签合同、缴五险', '缴五险']),
  column('expiresOn', '有效期至', ['截止日期', '有效期', '招聘截止', '截止时间'], false, 14, '到哪天不招了；不填按 90 天', ['2026-06-30', '']),
] as const;
export type OpeningField = (typeof openingColumns)[number]['field'];
