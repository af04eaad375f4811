import { Button } from '@tarojs/components';
import type { ReactNode } from 'react';
import { agreeButtonId } from '../api/privacy.ts';
import { aria } from './aria.ts';

export interface TapProps {
  onTap?: (() => void) | undefined;
  children?: ReactNode;
  className?: string;
  disabled?: boolean | undefined;
  /** Said by a screen reader instead of the words inside. */
  label?: string | undefined;
  role?: 'button' | 'radio' | 'checkbox' | 'switch' | 'tab' | 'link' | undefined;
  isOn?: boolean | undefined;
  /** In WeChat only: asks for the phone number, which comes as a code for 'identity.bindPhone'; undefined when the person said no. */
  onPhone?: ((code: string | undefined) => void) | undefined;
  /** In WeChat only: the tap is the person's yes to WeChat's question about privacy. */
  onAgreePrivacy?: (() => void) | undefined;
}

const spokenState = (role: TapProps['role'], isOn: boolean | undefined) => (role === 'tab' ? { selected: isOn } : { checked: isOn });

function WechatTap({ onTap, children, className = '', disabled = false, label, role = 'button', isOn, onPhone, onAgreePrivacy }: TapProps) {
  return (
    <Button
      className={`tap ${className}`}
      hoverClass={disabled ? 'none' : 'is-pressed'}
      disabled={disabled}
      onClick={onTap}
      {...(onPhone && { openType: 'getPhoneNumber', onGetPhoneNumber: (event) => onPhone(event.detail.code || undefined) })}
      {...(onAgreePrivacy && { openType: 'agreePrivacyAuthorization', id: agreeButtonId, onAgreePrivacyAuthorization: onAgreePrivacy })}
      {...aria({ role, label, disabled: disabled || undefined, ...spokenState(role, isOn) })}
    >
      {children}
    </Button>
  );
}

function BrowserTap({ onTap, children, className = '', disabled = false, label, role, isOn }: TapProps) {
  return (
    <button
      type="button"
      className={`tap ${className}`}
      disabled={disabled}
      onClick={onTap}
      {...aria({ role, label, ...(role && role !== 'button' ? spokenState(role, isOn) : {}) })}
    >
      {children}
    </button>
  );
}

/** Anything one can tap. What it looks like is the class's business. */
export const Tap = process.env.TARO_ENV === 'weapp' ? WechatTap : BrowserTap;
