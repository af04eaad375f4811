export default definePageConfig({ navigationBarTitleText: '谁看过、谁办的', enablePullDownRefresh: true });
