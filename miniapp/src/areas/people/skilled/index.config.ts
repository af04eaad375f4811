export default definePageConfig({ navigationBarTitleText: '技能人才库', enablePullDownRefresh: true });
