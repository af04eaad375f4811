export default definePageConfig({ navigationBarTitleText: '我投的岗位', enablePullDownRefresh: true });
