import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';

/** Rises over the page for one decision: who, what, what not, till when, two answers. Tapping the dark closes it, which never means yes. */
export function Sheet({ isOpen, onClose, label, children }: { isOpen: boolean; onClose: () => void; label: string; children: ReactNode }) {
  if (!isOpen) return null;
  return (
    <>
      <View className="shade" catchMove onClick={onClose} {...aria({ hidden: true })} />
      <View className="sheet" {...aria({ role: 'dialog', label })}>
        <View className="grab" />
        {children}
      </View>
    </>
  );
}
