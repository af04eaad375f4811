export default definePageConfig({ navigationBarTitleText: '现场的设备', enablePullDownRefresh: true });
