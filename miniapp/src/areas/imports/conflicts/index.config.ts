export default definePageConfig({ navigationBarTitleText: '两种说法', enablePullDownRefresh: true });
