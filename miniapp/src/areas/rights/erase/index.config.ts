export default definePageConfig({ navigationBarTitleText: '注销', enablePullDownRefresh: true });
