export default definePageConfig({ navigationBarTitleText: '谁有什么权限', enablePullDownRefresh: true });
