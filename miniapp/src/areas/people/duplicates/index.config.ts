export default definePageConfig({ navigationBarTitleText: '是不是同一个人', enablePullDownRefresh: true });
