export default definePageConfig({ navigationBarTitleText: '放时间', enablePullDownRefresh: true });
