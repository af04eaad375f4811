import { mergeInternalComponents } from '@tarojs/shared';
import { spokenParts } from './ui/spoken.ts';

mergeInternalComponents(spokenParts());
