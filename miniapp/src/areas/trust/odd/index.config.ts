export default definePageConfig({ navigationBarTitleText: '用得不寻常', enablePullDownRefresh: true });
