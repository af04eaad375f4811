import type { IPluginContext } from '@tarojs/service';

/** Taro's WXML leaves out every aria attribute; this puts back the ones our parts set, so that TalkBack and VoiceOver can read them. */
const spoken = { 'aria-role': '', 'aria-label': '', 'aria-live': '', 'aria-hidden': '', 'aria-checked': '', 'aria-selected': '', 'aria-disabled': '', 'aria-expanded': '' };

interface Platform {
  template?: { mergeComponents(ctx: IPluginContext, patch: Record<string, Record<string, string>>): void };
}

export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform: Platform) => platform.template?.mergeComponents(ctx, { View: spoken, Button: spoken, Input: spoken, Textarea: spoken, Image: spoken }),
  });
};
