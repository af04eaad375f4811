export default definePageConfig({ navigationBarTitleText: '门口的码', navigationStyle: 'custom' });
