export default definePageConfig({ navigationBarTitleText: '还在找活吗', enablePullDownRefresh: true });
