export default definePageConfig({ navigationBarTitleText: '放岗位', enablePullDownRefresh: false });
