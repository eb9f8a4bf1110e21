export interface Article {
  sku: string;
  en: string;
  zh: string;
  /** CNY. */
  price: number;
  /** How often it is bought, relative to the others. */
  share: number;
}

/** What the sandbox shop sells: mostly small things, a few dear ones, so that amounts have a long tail. */
export const CATALOGUE: readonly Article[] = [
  { sku: 'KIT-014', en: 'Silicone baking mat', zh: '硅胶烘焙垫', price: 19.9, share: 8 },
  { sku: 'KIT-021', en: 'Bamboo chopsticks, ten pairs', zh: '竹筷十双装', price: 15.8, share: 8 },
  { sku: 'KIT-033', en: 'Glass storage boxes, set of three', zh: '玻璃保鲜盒三件套', price: 59, share: 7 },
  { sku: 'KIT-047', en: 'Vacuum flask 500 ml', zh: '保温杯 500 毫升', price: 79, share: 9 },
  { sku: 'KIT-058', en: 'Cast-iron pan 26 cm', zh: '铸铁煎锅 26 厘米', price: 169, share: 4 },
  { sku: 'KIT-063', en: 'Slow juicer', zh: '慢速原汁机', price: 599, share: 2 },
  { sku: 'KIT-070', en: 'Espresso machine, semi-automatic', zh: '半自动意式咖啡机', price: 1280, share: 1 },
  { sku: 'HOM-004', en: 'Cotton towel', zh: '纯棉毛巾', price: 12.9, share: 9 },
  { sku: 'HOM-012', en: 'Scented candle, cedar', zh: '雪松香薰蜡烛', price: 45, share: 6 },
  { sku: 'HOM-019', en: 'Bedside lamp with dimmer', zh: '可调光床头灯', price: 129, share: 5 },
  { sku: 'HOM-026', en: 'Four-piece cotton bedding', zh: '全棉床品四件套', price: 329, share: 4 },
  { sku: 'HOM-031', en: 'Foldable laundry basket', zh: '折叠脏衣篮', price: 35.5, share: 5 },
  { sku: 'HOM-044', en: 'Robot vacuum cleaner', zh: '扫地机器人', price: 1399, share: 1 },
  { sku: 'WEA-003', en: 'Sports socks, five pairs', zh: '运动袜五双装', price: 29.9, share: 8 },
  { sku: 'WEA-011', en: 'Linen shirt', zh: '亚麻衬衫', price: 139, share: 7 },
  { sku: 'WEA-016', en: 'Light down jacket', zh: '轻薄羽绒服', price: 399, share: 4 },
  { sku: 'WEA-022', en: 'Running shoes', zh: '缓震跑鞋', price: 289, share: 6 },
  { sku: 'WEA-029', en: 'Canvas shoulder bag', zh: '帆布单肩包', price: 69, share: 6 },
  { sku: 'WEA-035', en: 'Wool scarf', zh: '羊毛围巾', price: 99, share: 4 },
  { sku: 'DIG-002', en: 'Charging cable, 2 m', zh: '充电数据线 2 米', price: 22, share: 9 },
  { sku: 'DIG-008', en: 'Wireless earphones', zh: '无线蓝牙耳机', price: 199, share: 6 },
  { sku: 'DIG-015', en: 'Mechanical keyboard, 87 keys', zh: '87 键机械键盘', price: 369, share: 3 },
  { sku: 'DIG-020', en: 'Desk fan', zh: '桌面小风扇', price: 49, share: 6 },
  { sku: 'DIG-027', en: 'Smart watch', zh: '智能手表', price: 899, share: 2 },
  { sku: 'KID-005', en: 'Wooden building blocks', zh: '木制积木', price: 88, share: 5 },
  { sku: 'KID-009', en: 'Picture book, set of six', zh: '绘本六册装', price: 75, share: 5 },
  { sku: 'KID-013', en: 'Child seat cushion', zh: '儿童坐垫', price: 39, share: 3 },
  { sku: 'FOO-001', en: 'Loose oolong tea 100 g', zh: '散装乌龙茶 100 克', price: 58, share: 6 },
  { sku: 'FOO-006', en: 'Mixed nuts, gift box', zh: '混合坚果礼盒', price: 108, share: 5 },
  { sku: 'FOO-010', en: 'Instant noodles, single cup', zh: '杯装速食面', price: 9, share: 3 },
];
