export default definePageConfig({ navigationBarTitleText: '推荐到岗位', enablePullDownRefresh: true });
