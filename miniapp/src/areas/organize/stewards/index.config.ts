export default definePageConfig({ navigationBarTitleText: '门口帮忙的人', enablePullDownRefresh: true });
