export default definePageConfig({ navigationBarTitleText: '请单位', enablePullDownRefresh: true });
