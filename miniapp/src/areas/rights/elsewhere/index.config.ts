export default definePageConfig({ navigationBarTitleText: '上海那边帮着找' });
