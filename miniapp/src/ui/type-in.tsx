import { Input, Textarea } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { aria } from './aria.ts';

export type TypeInKind = 'text' | 'number' | 'digits' | 'phone' | 'area';

export interface TypeInProps {
  kind?: TypeInKind;
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder?: string | undefined;
  most?: number | undefined;
  disabled?: boolean | undefined;
  focus?: boolean | undefined;
  onFocus?: (() => void) | undefined;
  onLeave?: (() => void) | undefined;
  /** The keyboard's own done key. */
  onDone?: (() => void) | undefined;
}

const keyboards = { text: 'text', number: 'digit', digits: 'number', phone: 'number' } as const;
/** Taro's elements move their children once after they appear, and a field that is moved loses its focus. */
const settleMs = 150;
const browserKeyboards = { text: 'text', number: 'decimal', digits: 'numeric', phone: 'tel' } as const;

function WechatTypeIn({ kind = 'text', value, onChange, label, placeholder, most, disabled = false, focus = false, onFocus, onLeave, onDone }: TypeInProps) {
  const shared = {
    value,
    placeholder: placeholder ?? '',
    placeholderClass: 'input-hint',
    maxlength: most ?? 140,
    disabled,
    focus,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onFocus: () => onFocus?.(),
    onBlur: () => onLeave?.(),
    ...aria({ label }),
  };
  if (kind === 'area') return <Textarea className="input-own input-area" autoHeight {...shared} maxlength={most ?? 1000} />;
  return <Input className="input-own" type={keyboards[kind]} onConfirm={() => onDone?.()} {...shared} />;
}

function BrowserTypeIn({ kind = 'text', value, onChange, label, placeholder, most, disabled = false, focus = false, onFocus, onLeave, onDone }: TypeInProps) {
  const line = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!focus) return undefined;
    const timer = setTimeout(() => (line.current ?? area.current)?.focus(), settleMs);
    return () => clearTimeout(timer);
  }, [focus]);
  const shared = {
    value,
    placeholder,
    disabled,
    maxLength: most,
    'aria-label': label,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    onFocus,
    onBlur: onLeave,
  };
  if (kind === 'area') return <textarea ref={area} className="input-own input-area" rows={3} {...shared} />;
  return <input ref={line} className="input-own" inputMode={browserKeyboards[kind]} onKeyDown={(event) => event.key === 'Enter' && onDone?.()} {...shared} />;
}

/** The part of a field that takes typing, without its frame. */
export const TypeIn = process.env.TARO_ENV === 'weapp' ? WechatTypeIn : BrowserTypeIn;
