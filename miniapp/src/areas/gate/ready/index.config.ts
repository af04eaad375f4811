export default definePageConfig({ navigationBarTitleText: '开门前检查' });
