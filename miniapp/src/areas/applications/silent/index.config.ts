export default definePageConfig({ navigationBarTitleText: '过期没回音', enablePullDownRefresh: true });
