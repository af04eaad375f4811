export default definePageConfig({ navigationBarTitleText: '没进来的', enablePullDownRefresh: true });
