export default definePageConfig({ navigationBarTitleText: '替别人登记', enablePullDownRefresh: true });
