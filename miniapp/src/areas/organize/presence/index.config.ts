export default definePageConfig({ navigationBarTitleText: '到场怎么算', enablePullDownRefresh: true });
