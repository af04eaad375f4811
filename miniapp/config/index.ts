import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { version } from '../package.json';

const isMini = process.env.TARO_ENV === 'weapp';
const here = (...parts: string[]): string => path.resolve(__dirname, ...parts);

/** Packages and folders outside src that ship newer syntax than old phones read. */
const alsoCompile = [here('../../shared'), (file: string) => /node_modules[\\/](@tanstack|@stablelib|qrcode|dijkstrajs)[\\/]/.test(file)];

/** Pages for the cloud lie beside the API at one origin; on this machine the API is below `/api`. */
const isForCloud = process.env.TARO_APP_HOST === 'cloud';
/** A phone talks to a fixed address; a browser to the origin that served it. */
const browserBase = isForCloud ? '' : '/api';
const apiBase = isMini ? (process.env.SHANHAI_API_BASE ?? 'http://127.0.0.1:8787/api') : browserBase;
const signIn = isMini ? 'wechat' : process.env.TARO_APP_SIGN_IN === 'persona' ? 'persona' : 'desk';

/** Who runs this and answers for it: named in the privacy guide and the agreement. */
const operator = process.env.TARO_APP_OPERATOR ?? '上海市和结对县的人力资源社会保障部门';
const operatorContact = process.env.TARO_APP_OPERATOR_CONTACT ?? '12333';

/** Sizes are written in real px and stay px in both builds: text grows by --fs, never with the screen's width. */
const keepPx = { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } };

const config: UserConfigExport<'webpack5'> = {
  projectName: 'shanhai',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 1 },
  sourceRoot: 'src',
  outputRoot: isMini ? 'dist/weapp' : `dist/${isForCloud ? 'pages' : 'h5'}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [here('spoken.ts')],
  defineConstants: {
    API_BASE: JSON.stringify(apiBase),
    SIGN_IN: JSON.stringify(signIn),
    APP_VERSION: JSON.stringify(version),
    OPERATOR: JSON.stringify(operator),
    OPERATOR_CONTACT: JSON.stringify(operatorContact),
  },
  cache: { enable: false },
  logger: { quiet: false, stats: false },
  mini: {
    compile: { include: alsoCompile },
    postcss: keepPx,
    webpackChain(chain, webpack) {
      // WeChat has no AbortController, and a query without one waits for ever.
      chain.plugin('abort').use(webpack.ProvidePlugin, [{ AbortController: [here('../src/api/abort.ts'), 'AbortControllerLite'] }]);
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: alsoCompile },
    webpackChain(chain) {
      // Taro's own packages look for this one beside themselves; npm may have put it here.
      chain.resolve.alias.set('@tarojs/plugin-framework-react', path.dirname(require.resolve('@tarojs/plugin-framework-react/package.json')));
      // What two pages share is fetched once.
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 8000,
        cacheGroups: {
          default: { minChunks: 2, reuseExistingChunk: true, name: 'parts', test: /miniapp[\\/]src[\\/]/ },
          // a package that a few pages use does not come with the first one
          packages: { minChunks: 2, reuseExistingChunk: true, test: /node_modules/, priority: -10 },
        },
      });
    },
    postcss: { autoprefixer: { enable: true, config: {} }, ...keepPx },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
  },
};

export default defineConfig<'webpack5'>(config);
