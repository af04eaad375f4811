export default definePageConfig({ navigationBarTitleText: '交给同事' });
