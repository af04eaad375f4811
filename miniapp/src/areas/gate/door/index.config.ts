export default definePageConfig({
  navigationBarTitleText: '门口签到',
  enablePullDownRefresh: true,
  navigationBarTextStyle: 'white',
  backgroundColor: '#1C3238',
});
