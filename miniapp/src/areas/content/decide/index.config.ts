export default definePageConfig({ navigationBarTitleText: '看内容', enablePullDownRefresh: true });
