export default definePageConfig({ navigationBarTitleText: '约好的见面', enablePullDownRefresh: true });
