export default definePageConfig({ navigationBarTitleText: '没手机登记', enablePullDownRefresh: true });
