export default definePageConfig({ navigationBarTitleText: '约面时间', enablePullDownRefresh: true });
