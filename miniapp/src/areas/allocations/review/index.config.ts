export default definePageConfig({ navigationBarTitleText: '看看配得怎么样', enablePullDownRefresh: true });
