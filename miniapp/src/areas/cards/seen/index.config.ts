export default definePageConfig({ navigationBarTitleText: '今天见过的人', enablePullDownRefresh: true });
