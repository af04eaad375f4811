export default definePageConfig({ navigationBarTitleText: '现场主机' });
