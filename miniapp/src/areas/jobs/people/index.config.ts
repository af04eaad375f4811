export default definePageConfig({ navigationBarTitleText: '看谁合适', enablePullDownRefresh: true });
