export default definePageConfig({ navigationBarTitleText: '一起来的', enablePullDownRefresh: true });
