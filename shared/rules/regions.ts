/** Regions by GB/T 2260 code: the municipality, prefectures and counties that the papers name. */
export const regionNames: Record<string, string> = {
  '310000': '上海市',
  '310101': '黄浦区',
  '310104': '徐汇区',
  '310105': '长宁区',
  '310106': '静安区',
  '310107': '普陀区',
  '310109': '虹口区',
  '310110': '杨浦区',
  '310112': '闵行区',
  '310113': '宝山区',
  '310114': '嘉定区',
  '310115': '浦东新区',
  '310116': '金山区',
  '310117': '松江区',
  '310118': '青浦区',
  '310120': '奉贤区',
  '310151': '崇明区',
  '330482': '平湖市',
  '430000': '湖南省',
  '430100': '长沙市',
  '430200': '株洲市',
  '430300': '湘潭市',
  '430400': '衡阳市',
  '430500': '邵阳市',
  '430600': '岳阳市',
  '430700': '常德市',
  '430800': '张家界市',
  '430900': '益阳市',
  '431000': '郴州市',
  '431100': '永州市',
  '431200': '怀化市',
  '431300': '娄底市',
  '433100': '湘西州',
  '530000': '云南省',
  '530100': '昆明市',
  '530300': '曲靖市',
  '530324': '罗平县',
  '530381': '宣威市',
  '530600': '昭通市',
  '530602': '昭阳区',
  '530627': '镇雄县',
  '530628': '彝良县',
  '530629': '威信县',
  '530800': '普洱市',
  '530829': '西盟县',
  '530900': '临沧市',
  '532300': '楚雄州',
  '532329': '武定县',
  '532500': '红河州',
  '532523': '屏边县',
  '532525': '石屏县',
  '532527': '泸西县',
  '532528': '元阳县',
  '532600': '文山州',
  '532900': '大理州',
  '532927': '巍山县',
  '533100': '德宏州',
  '533102': '瑞丽市',
  '533103': '芒市',
  '533122': '梁河县',
  '533300': '怒江州',
  '533323': '福贡县',
  '632600': '果洛州',
  '632622': '班玛县',
  '653100': '喀什地区',
};

/** Where somebody says they come from elsewhere: the code of the whole country, and the word. */
export const elsewhere = { regionCode: '100000', town: '外地' } as const;

export function isRegionCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}

/** The name of a region; a code we hold no name for is shown as it is. */
export function regionName(code: string): string {
  return regionNames[code] ?? code;
}

/** The bureau of a region, as people call it. */
export const bureauOf = (code: string): string => `${regionName(code)}人社局`;

/** The leading digits that every region inside this one shares: `310000` → `31`, `530300` → `5303`, `530324` → itself. */
export function regionPrefix(code: string): string {
  return code.replace(/(00){1,2}$/, '');
}

/** Does the outer region (province, prefecture, county) contain the inner one, or equal it? */
export function isWithinRegion(inner: string, outer: string): boolean {
  return inner.startsWith(regionPrefix(outer));
}

/** The smallest region that holds both: the county, the prefecture, the province; none when they share none. */
export function commonRegion(a: string | undefined, b: string | undefined): string | undefined {
  if (!a || !b) return undefined;
  if (a === b) return a;
  if (a.slice(0, 4) === b.slice(0, 4)) return `${a.slice(0, 4)}00`;
  return a.slice(0, 2) === b.slice(0, 2) ? `${a.slice(0, 2)}0000` : undefined;
}
