/** What people look for, as they say it; each has its icon. */
export const trades = ['electrician', 'carpenter', 'guard', 'general', 'welder', 'sewing', 'cook', 'cleaner', 'care', 'logistics', 'driver', 'construction', 'farm', 'service', 'food', 'assembly'] as const;
export type Trade = (typeof trades)[number];
export const tradeWords: Record<Trade, string> = {
  electrician: '电工', carpenter: '木工', guard: '门岗保安', general: '普工', welder: '焊工', sewing: '缝纫', cook: '厨师帮厨', cleaner: '保洁',
  care: '护理家政', logistics: '分拣快递', driver: '司机', construction: '建筑', farm: '种植养殖', service: '餐厅客房', food: '食品加工', assembly: '电子装配',
};
