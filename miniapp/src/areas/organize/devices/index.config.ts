export default definePageConfig({ navigationBarTitleText: '门口的设备', enablePullDownRefresh: true });
