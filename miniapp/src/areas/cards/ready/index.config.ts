export default definePageConfig({ navigationBarTitleText: '开场前检查' });
