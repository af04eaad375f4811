import { buildApp } from './build-app.ts';
import { stageOf, stages } from './stages.ts';

const { STAGE: stage, REGION: region } = process.env;

buildApp({}, stage && region ? [stageOf(stage, region)] : stages).synth();
