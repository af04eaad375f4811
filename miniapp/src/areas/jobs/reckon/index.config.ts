export default definePageConfig({ navigationBarTitleText: '到手算账', enablePullDownRefresh: true });
