export default definePageConfig({ navigationBarTitleText: '要回的人', enablePullDownRefresh: true });
