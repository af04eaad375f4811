export default definePageConfig({ navigationBarTitleText: '我代办的人', enablePullDownRefresh: true });
