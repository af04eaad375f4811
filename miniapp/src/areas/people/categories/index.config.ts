export default definePageConfig({ navigationBarTitleText: '人员类别', enablePullDownRefresh: true });
