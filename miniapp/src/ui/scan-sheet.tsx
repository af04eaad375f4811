import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { answerScan, useOpenScan } from './scan.ts';
import { Sheet } from './sheet.tsx';

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorMaker = new (options: { formats: string[] }) => Detector;

const lookEveryMs = 250;
const makerOf = (): DetectorMaker | undefined => (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;

/** The browser's camera, where it has one and can read codes by itself. */
function Camera({ onFound }: { onFound: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [isDark, setDark] = useState(false);
  useEffect(() => {
    const Maker = makerOf();
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    const look = async (detector: Detector): Promise<void> => {
      const [found] = video.current ? await detector.detect(video.current).catch(() => []) : [];
      if (found) onFound(found.rawValue);
    };
    const begin = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (!video.current || !Maker) return;
      video.current.srcObject = stream;
      await video.current.play();
      const detector = new Maker({ formats: ['qr_code'] });
      timer = setInterval(() => void look(detector), lookEveryMs);
    };
    begin().catch(() => setDark(true));
    return () => {
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [onFound]);
  if (isDark) return <View className="hint">用不了摄像头，请输下面的数</View>;
  return <video ref={video} className="scan-video" muted playsInline />;
}

/** In a browser: look with the camera, or type the number or paste the code. Every page has it; `scan()` opens it. */
export function ScanSheet() {
  const open = useOpenScan();
  const [typed, setTyped] = useState('');
  const answer = (text: string | undefined): void => {
    setTyped('');
    answerScan(text);
  };
  if (process.env.TARO_ENV === 'weapp' || !open) return null;
  const canLook = makerOf() !== undefined && navigator.mediaDevices !== undefined;
  return (
    <Sheet isOpen onClose={() => answer(undefined)} label={open.title}>
      <View className="h2">{open.title}</View>
      {canLook && <Camera onFound={answer} />}
      <Field
        label="号码，或码上的字"
        value={typed}
        onChange={setTyped}
        placeholder="四位号码，或粘贴码的内容"
        hint={open.hint}
        focus={!canLook}
        onDone={() => typed.trim() && answer(typed)}
      />
      <View className="stack tight">
        <Button kind="main" disabled={!typed.trim()} onTap={() => answer(typed)}>
          就是这个
        </Button>
        <Button kind="quiet" wide onTap={() => answer(undefined)}>
          先不扫
        </Button>
      </View>
    </Sheet>
  );
}
