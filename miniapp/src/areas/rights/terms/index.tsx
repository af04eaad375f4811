import { Page } from '../../../ui/page.tsx';
import { Sections } from '../texts/sections.tsx';
import { terms } from '../texts/terms.ts';

/** 用户协议, open to everybody. */
export default function Terms() {
  return (
    <Page title="用户协议">
      <Sections of={terms} />
    </Page>
  );
}
