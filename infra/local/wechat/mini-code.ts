import { toBuffer } from 'qrcode';
import * as z from 'zod';
import { type Answer, refused } from './answers.ts';
import type { Body, Endpoint } from './endpoint.ts';
import type { Sim } from './sim.ts';

const sceneLetters = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;
const envVersions = ['release', 'trial', 'develop'];

const CodeRequest = z.object({
  scene: z.string().min(1),
  page: z.string().optional(),
  check_path: z.boolean().default(true),
  env_version: z.string().default('release'),
  width: z.number().default(430),
});
type CodeRequest = z.infer<typeof CodeRequest>;

function pageTrouble(sim: Sim, request: CodeRequest): number | undefined {
  const { page } = request;
  if (page === undefined) return undefined;
  if (page.includes('scancode_time')) return 85096;
  if (page.startsWith('/') || page.includes('?')) return 41030;
  const { pages } = sim.settings;
  return request.check_path && pages && !pages.includes(page) ? 41030 : undefined;
}

function codeTrouble(sim: Sim, request: CodeRequest): number | undefined {
  if (request.scene.length > 32) return 40169;
  if (!sceneLetters.test(request.scene)) return 40129;
  const isOdd = !envVersions.includes(request.env_version) || request.width < 280 || request.width > 1280;
  return isOdd ? 40097 : pageTrouble(sim, request);
}

/** The real service draws a round code as JPEG; here it is an ordinary QR as PNG, so that any decoder reads it. */
async function drawCode(sim: Sim, _query: URLSearchParams, body: Body): Promise<Answer> {
  const parsed = CodeRequest.safeParse(body);
  if (!parsed.success) return refused(47001);
  const request = parsed.data;
  const trouble = codeTrouble(sim, request);
  if (trouble) return refused(trouble);
  const page = request.page ?? sim.settings.pages?.[0] ?? 'pages/index/index';
  const text = `wxsim://${sim.settings.appId}/${request.env_version}/${page}?scene=${encodeURIComponent(request.scene)}`;
  const image = await toBuffer(text, { width: request.width, errorCorrectionLevel: 'Q', margin: 4 });
  return { kind: 'image', body: image, contentType: 'image/png' };
}

export const codeEndpoints: Record<string, Endpoint> = {
  '/wxa/getwxacodeunlimit': { method: 'POST', needsToken: true, perMinute: 5000, answer: drawCode },
};
