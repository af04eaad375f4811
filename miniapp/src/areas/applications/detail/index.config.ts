export default definePageConfig({ navigationBarTitleText: '投的岗位', enablePullDownRefresh: true });
