export default definePageConfig({ navigationBarTitleText: '我同意过什么', enablePullDownRefresh: true });
