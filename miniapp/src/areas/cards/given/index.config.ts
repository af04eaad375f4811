export default definePageConfig({ navigationBarTitleText: '名片给过谁', enablePullDownRefresh: true });
