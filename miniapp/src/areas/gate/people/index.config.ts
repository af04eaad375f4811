export default definePageConfig({ navigationBarTitleText: '查人', enablePullDownRefresh: true });
