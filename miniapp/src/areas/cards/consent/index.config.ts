export default definePageConfig({ navigationBarTitleText: '留名片', enablePullDownRefresh: true });
