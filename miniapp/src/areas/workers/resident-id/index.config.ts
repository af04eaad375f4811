export default definePageConfig({ navigationBarTitleText: '身份证号', enablePullDownRefresh: true });
