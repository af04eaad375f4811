/**
 * Every refusal of the system. A code owns its HTTP status and its Chinese sentence; `{name}` in a sentence is
 * filled from `detail`. Codes are words of the domain and are never reused. `detail` never carries personal data.
 */
export const problems = {
  invalid_input: [400, '这一项不对，请看一下：{field}'],
  not_signed_in: [401, '请重新打开一次'],
  not_allowed: [403, '这件事要由别的人来办'],
  not_found: [404, '没找到，可能已经撤下'],
  changed_meanwhile: [409, '刚有人改过，请刷新再看'],
  internal: [500, '这边出了点问题，请再试一次'],
  words_lead_away: [422, '这里不放{what}，请去掉再发'],
  too_many: [429, '办得太快了，请过 {wait}再来'],
  wechat_busy: [503, '微信那边忙，请再试一次'],
  try_again: [503, '人有点多，请再点一次'],

  login_code_used: [401, '请重新打开一次'],
  account_blocked: [403, '这个微信号暂时不能用，请找工作人员'],
  phone_refused: [422, '没拿到手机号，请自己填'],
  desk_expired: [410, '这个码过时了，请刷新电脑上的码'],
  role_not_held: [403, '您没有这个身份'],

  role_not_yours_to_give: [403, '这个身份要由上一级来给'],
  role_own: [409, '自己的身份要由别人来定'],
  role_day_wrong: [422, '截止日要在今天以后、一年以内'],

  worker_under_age: [422, '未满 16 岁，还不能登记找工作'],
  person_erased: [410, '这份登记已经注销，请重新打开'],
  erasure_as_staff: [409, '您还有工作身份，先离开单位或请上级撤下，再来注销'],
  consent_taken_back: [409, '本人收回了同意，不能再看、再记，要用先问本人'],
  worker_exists: [409, '这个人已经登记过'],
  no_longer_member: [403, '您已经不在这家单位了，请换个身份'],
  no_longer_steward: [403, '您不在这场门口的名单上了，请找主办方的人'],
  no_account_yet: [409, '这个人还没用微信打开过，请他先打开一次'],
  invitation_over: [410, '这张码用过了或过时了，请同事再出一张'],
  last_owner: [409, '只剩一位负责人，先让别人也当负责人'],
  members_full: [409, '这家单位的同事满 {most} 位了'],
  worker_claimed: [409, '这份登记已经有人认领了，不对请找工作人员'],
  merge_two_accounts: [409, '两份都有自己的微信，要本人来合'],
  merge_undone: [409, '这次合并已经撤回了'],
  claim_code_wrong: [404, '认领码不对，或者过时了，请再要一个'],
  claim_name_differs: [422, '名字和登记的对不上，请照登记的写'],
  proxies_full: [409, '一个人最多代办 {most} 位，再多请找村里或者工作站'],

  complaint_made: [409, '这个岗位您举报过了，等人社局回话'],
  complaint_settled: [409, '这个岗位的举报已经办结'],
  client_missing: [422, '替哪家单位招，要写全名、信用代码和委托期'],
  client_not_needed: [422, '给自己单位招，不用写代招'],
  client_other: [422, '您登记的是替{client}招，别家的不能发'],
  client_authorisation_short: [422, '委托只到 {until}，有效期改到这天以前'],
  client_suspended: [409, '这家用人单位现在停着，不能替它招'],
  content_waiting: [409, '内容在等人看，看完就发'],
  content_refused: [422, '内容没通过：{reason}'],
  content_decided: [409, '这一件已经看过了'],

  credit_code_taken: [409, '这个信用代码已经登记过'],
  employer_cannot_verify: [409, '这家现在不能核验'],
  employer_suspended: [409, '这家单位停用了，恢复以前收不了名片，也看不了人、答不了'],
  employer_not_verified: [409, '单位核验通过后才能办'],
  employer_checks_failed: [422, '有 {count} 项没对上，先看清楚'],

  file_not_here: [409, '照片还没传到，再传一次'],
  file_not_a_picture: [422, '这张打不开，请换一张照片'],
  too_many_files: [429, '今天传了 {most} 张，明天再传'],

  post_breaks_rules: [422, '有 {count} 处要改，改好就能发'],
  job_cannot_change: [409, '这个岗位现在不能改'],
  job_cannot_publish: [409, '这个岗位现在不能发'],
  job_cannot_pause: [409, '这个岗位现在不能停'],
  job_cannot_close: [409, '这个岗位已经关了'],
  headcount_below_filled: [422, '已经有 {filled} 个人答应了，人数不能比这个少'],

  fair_not_ready: [422, '还差 {count} 项，补齐就能发'],
  fair_cannot_change: [409, '这场现在不能改'],
  fair_cannot_publish: [409, '这场现在不能发'],
  fair_cannot_close: [409, '这场现在不能关'],
  fair_not_published: [409, '这场还没发'],
  fair_not_closed: [409, '散场以后才有报告'],
  booth_taken: [409, '这个展位已经有单位了'],
  booths_full: [409, '展位排满了'],

  code_forged: [422, '这张码不对，请找工作人员'],
  code_expired: [409, '这张码换过了，请扫门口现在的码'],
  code_not_here: [422, '这张码不是门口的码，请扫门口大海报'],
  wrong_fair: [409, '这张码不是今天这场的，请扫门口大海报'],
  fair_not_open_yet: [409, '还没开场，{opens} 开始签到'],
  fair_over: [409, '这场 {closes} 已经散场'],
  fair_closed: [409, '这场已经散了，请问工作人员下一场'],
  numbers_exhausted: [409, '号码发完了，请找工作人员'],
  number_unknown: [404, '没有 {number} 这个号，请再看一眼'],
  number_taken: [409, '{number} 号已经发给别人了，换一张'],
  strip_not_printed: [409, '{number} 不是这场印的号码条'],
  not_checked_in: [409, '请先在门口签到'],
  capacity_reached: [409, '人满了，有人出来再进'],
  clock_off: [422, '手机时间不对，调准了再点'],
  device_revoked: [403, '这台设备停用了，没传的还在，请找主办方'],
  undo_too_late: [409, '过了 15 分钟，不能撤了'],
  undo_other_device: [409, '是别的设备签的，要在那台上撤'],

  interview_not_invited: [409, '单位约您见面了，才能挑时间'],
  slot_full: [409, '这个时间刚约满，换一个'],
  slot_gone: [409, '这个时间撤了，换一个'],
  interview_overlaps: [409, '和您 {at} 的见面撞上了，换一个'],
  interview_cannot_change: [409, '这次见面现在不能改'],

  consent_missing: [422, '要本人同意，才能给名片'],
  consent_other_employer: [422, '同意书写的不是这家单位'],
  card_missing: [404, '这个人还没把名片给您'],
  card_withdrawn: [409, '本人已经把名片收回'],
  answered_since: [409, '后来又答过了，按后来的算'],
  card_cannot_reply: [409, '现在还不用您答'],
  opening_not_here: [409, '这个岗位不在这个展位'],
  opening_full: [409, '这个岗位刚招满'],
  opening_not_offered: [409, '这个岗位现在不招人'],
  opening_expired: [409, '这个岗位过期了'],
  work_kept_from_young: [422, '没满 18 岁，这个活法律不让做'],
  application_cannot_move: [409, '现在不能这样办，请刷新再看'],
  application_missing: [404, '没有这份申请，可能已经收回'],
  too_soon_again: [409, '这家答过了，{day}以后可以再投'],
  worker_not_findable: [409, '这位现在不在能找的名单里'],
  too_many_invites: [429, '今天问了 {most} 位，明天再问'],
  reason_too_private: [422, '理由里别写电话、证件号和人员类别，写会什么、为什么合适'],
  place_held: [409, '这个岗位您已经答应过了'],

  sheet_not_a_table: [422, '这个文件不是表格，换一个再选'],
  sheet_old_format: [422, '这是旧格式，请另存为新的表格格式再传'],
  sheet_locked: [422, '这个文件加了密码，去掉密码再传'],
  sheet_has_macros: [422, '这个文件带宏，请另存为不带宏的表格再传'],
  sheet_broken: [422, '这个文件打不开，请重新保存一次再传'],
  sheet_too_large: [413, '文件太大，请分成几份再传'],
  sheet_too_many_rows: [422, '一次最多 {most} 行，请分成几份再传'],
  sheet_empty: [422, '表里没有内容'],
  sheet_columns_missing: [422, '没认出这几列：{columns}，请用模板填'],
  allocation_empty: [422, '没有要配的人，或没有还缺人的岗位'],
  allocation_too_big: [422, '一次最多 {people} 人 {openings} 岗'],
  allocation_sent: [409, '推荐已经发出，不能再改'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type ProblemCode = keyof typeof problems;
export type ProblemDetail = Record<string, unknown>;

export const statusOf = (code: ProblemCode): number => problems[code][0];

/** The sentence a person reads, filled from detail; a value that is not there leaves no brace behind. */
export function sentenceOf(code: ProblemCode, detail: ProblemDetail = {}): string {
  return problems[code][1].replace(/\{(\w+)\}/g, (_, key: string) => String(detail[key] ?? ''));
}

export function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.keys(problems).includes(code);
}

/** Is this refusal of that kind? */
export const isProblem = (error: unknown, code: ProblemCode): error is Problem => error instanceof Problem && error.code === code;

/** The one error type. On the wire: `{ code, detail, requestId }`. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly detail: ProblemDetail;
  constructor(code: ProblemCode, detail: ProblemDetail = {}, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.detail = detail;
  }
}
