export default definePageConfig({ navigationBarTitleText: '挑个时间', enablePullDownRefresh: true });
