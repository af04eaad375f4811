export default definePageConfig({ navigationBarTitleText: '这家单位', enablePullDownRefresh: true });
