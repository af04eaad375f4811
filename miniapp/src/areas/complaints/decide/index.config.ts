export default definePageConfig({ navigationBarTitleText: '办举报', enablePullDownRefresh: true });
