import type { Caller } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { heldWords } from '@shanhai/shared/rules/rights.ts';
import type { Deps } from '../deps.ts';
import type { PaperHandlers } from '../http/handler.ts';
import { collected } from '../rights/collected.ts';
import { makeOwnCopy } from '../spreadsheet/own-copy.ts';

/** What is sealed is handed to whoever holds the phone of the account at this moment, and to nobody with an old session. 〔个人信息保护法 §28、§51〕 */
async function isFresh(loginCode: string | undefined, { workerId }: Caller, { wechat, identity }: Deps): Promise<boolean> {
  if (!loginCode) return false;
  const [{ openid }, user] = await Promise.all([wechat.exchangeLogin(loginCode), identity.userOf(workerId)]);
  if (user.openid !== openid) throw new Problem('not_allowed');
  return true;
}

export const ownCopyPapers: Pick<PaperHandlers, 'rights.copy'> = {
  async 'rights.copy'({ input: { format, loginCode }, caller }, deps) {
    const withSealed = await isFresh(loginCode, caller, deps);
    const held = await collected(caller.workerId, deps, { withSealed });
    const on = chinaDay(deps.now());
    const sections = held.map(({ kind, rows }) => ({ title: heldWords[kind], rows }));
    const bytes = format === 'json' ? Buffer.from(JSON.stringify({ 导出日期: on, 资料: sections }, null, 2)) : await makeOwnCopy(on, sections);
    return { fileName: `我的资料-${on}.${format}`, fileBase64: Buffer.from(bytes).toString('base64'), withSealed };
  },
};
