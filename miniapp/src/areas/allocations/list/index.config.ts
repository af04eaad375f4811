export default definePageConfig({ navigationBarTitleText: '统筹配岗', enablePullDownRefresh: true });
