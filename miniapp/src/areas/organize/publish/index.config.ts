export default definePageConfig({ navigationBarTitleText: '办这场会', enablePullDownRefresh: true });
