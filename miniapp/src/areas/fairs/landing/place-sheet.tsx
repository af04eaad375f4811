import { findingOf, type PlaceFinding } from '@shanhai/shared/rules/evidence.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { hereNow } from '../../../api/here.ts';
import { Button } from '../../../ui/button.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';

interface Props {
  isOpen: boolean;
  place: { east: number; north: number; radiusKm: number };
  onClose: () => void;
  /** Checks in either way. */
  onAnswer: (place: PlaceFinding) => void;
}

const asked = '您在会场附近吗？';
const why = '这场想知道人是不是真的到了。您同意，手机就看一眼大概位置，只比一比离会场远不远。';
const not = '位置不上传，不保存，只记“在附近”或“不在附近”。不同意也能签到，记成“没说在哪里”。';

/** 问一问位置: who wants to know what and why, what is not kept, and two answers that both check in. */
export function PlaceSheet({ isOpen, place, onClose, onAnswer }: Props) {
  const [busy, setBusy] = useState(false);
  const agree = async (): Promise<void> => {
    setBusy(true);
    const here = await hereNow();
    setBusy(false);
    onAnswer(here ? findingOf(place, here) : 'unknown');
  };
  return (
    <Sheet isOpen={isOpen} onClose={onClose} label={asked}>
      <View className="row ends">
        <View className="h2 grow">{asked}</View>
        <ListenButton words={`${asked}${why}${not}`} />
      </View>
      <View>{why}</View>
      <View className="t2">{not}</View>
      <Button kind="main" busy={busy} busyWords="正在看" onTap={() => void agree()}>
        同意，签到
      </Button>
      <Button kind="line" wide disabled={busy} onTap={() => onAnswer('unknown')}>
        不说位置，直接签到
      </Button>
    </Sheet>
  );
}
