export default definePageConfig({ navigationBarTitleText: '别人替我登记的', enablePullDownRefresh: true });
