export default definePageConfig({ navigationBarTitleText: '今天要办', enablePullDownRefresh: true });
