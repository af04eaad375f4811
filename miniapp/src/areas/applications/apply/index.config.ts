export default definePageConfig({ navigationBarTitleText: '投这个岗位', enablePullDownRefresh: true });
