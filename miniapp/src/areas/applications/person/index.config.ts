export default definePageConfig({ navigationBarTitleText: '来投的人', enablePullDownRefresh: true });
