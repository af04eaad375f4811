import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import { Icon } from './icon.tsx';
import { useToast } from './toast-store.ts';

/** Where toasts appear; every page has it. */
export function ToastPlace() {
  const toast = useToast();
  return (
    <View className="toast-place" {...aria({ role: 'status', live: 'polite' })}>
      {toast && (
        <View className="toast">
          <Icon name={toast.tone === 'ok' ? 'check' : 'warn'} />
          <View>{toast.words}</View>
        </View>
      )}
    </View>
  );
}
