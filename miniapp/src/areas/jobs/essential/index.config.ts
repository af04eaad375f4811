export default definePageConfig({ navigationBarTitleText: '特殊条件', enablePullDownRefresh: true });
