import { attendanceContract } from '@shanhai/shared/contract/attendance.ts';
import { devicesContract } from '@shanhai/shared/contract/devices.ts';
import { identityContract } from '@shanhai/shared/contract/identity.ts';
import { systemContract } from '@shanhai/shared/contract/system.ts';
import { attendanceHandlers } from '../attendance/handlers.ts';
import { devicesHandlers } from '../devices/handlers.ts';
import type { GatePart } from '../http/handler.ts';
import { identityHandlers } from '../identity/handlers.ts';
import { systemHandlers } from '../system/handlers.ts';

/** What a gate waits for: `gateAreas` in shared/routes.ts. */
export const gatePart: GatePart = {
  contract: {
    ...systemContract,
    ...identityContract,
    ...attendanceContract,
    ...devicesContract,
  },
  handlers: {
    ...systemHandlers,
    ...identityHandlers,
    ...attendanceHandlers,
    ...devicesHandlers,
  },
};
