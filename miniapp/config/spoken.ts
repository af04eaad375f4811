import path from 'node:path';
import { spokenParts } from '../src/ui/spoken.ts';

/** As much of Taro's plugin context as is used here. */
interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: MiniPlatform) => void }): void;
}

interface MiniPlatform {
  runtimePath: string | string[];
  template?: { mergeComponents(ctx: PluginContext, patch: ReturnType<typeof spokenParts>): void };
}

/** Teaches the WXML templates, and the code that fills them, the aria attributes of src/ui/spoken.ts. */
export default (ctx: PluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, spokenParts());
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, '../src/spoken-runtime.ts')].flat();
    },
  });
};
