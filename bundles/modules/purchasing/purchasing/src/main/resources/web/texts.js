// Texts of the page.
export const TEXTS = {
  en: {
    'purchasing.receive.title': 'Receive goods', 'purchasing.receive.choose': 'Scan the number of a purchase order, or choose one', 'purchasing.receive.none': 'No goods are expected', 'purchasing.receive.noneText': 'Confirmed purchase orders that lack goods stand here.',
    'purchasing.receive.noOrder': 'No order {code} waits for goods', 'purchasing.receive.back': 'Other order', 'purchasing.receive.of': '{done} of {all} {unit} received', 'purchasing.receive.unknown': 'No product has the barcode {code}', 'purchasing.receive.foreign': '{name} is not on this order',
    'purchasing.receive.over': '{n} {unit} more than ordered', 'purchasing.receive.counted': '{name}: {n}', 'purchasing.receive.post': 'Post receipt', 'purchasing.receive.sum': 'One product counted|{n} products counted', 'purchasing.receive.overAsk': 'Receive more than ordered?', 'purchasing.receive.overText': 'Some lines are over their ordered quantity. Beyond the tolerance of the settings the receipt is refused.',
    'purchasing.receive.posted': 'Receipt of {number} posted', 'purchasing.receive.offline': 'No connection. What you counted is kept on this device; the receipt is posted when the connection is back.', 'purchasing.receive.kept': 'Counts of an earlier visit are here again', 'purchasing.receive.drop': 'Start again', 'purchasing.receive.dropAsk': 'Drop all counts of this order?',
    'purchasing.receive.lot': 'Lot {lot}', 'purchasing.receive.serial': 'Serial {serial}', 'purchasing.receive.expiry': 'Expires {date}', 'purchasing.receive.expired': 'Expired {date}', 'purchasing.receive.less': 'One less of {name}', 'purchasing.receive.more': 'One more of {name}', 'purchasing.receive.quantity': 'Quantity of {name}', 'purchasing.receive.waiting': 'Waits for the connection', 'purchasing.receive.scan': 'Scan a product',
  },
  zh: {
    'purchasing.receive.title': '扫码收货', 'purchasing.receive.choose': '扫描采购订单号，或从下方选择', 'purchasing.receive.none': '没有待收货物', 'purchasing.receive.noneText': '已确认且尚未收齐的采购订单显示在这里。',
    'purchasing.receive.noOrder': '没有待收货的订单 {code}', 'purchasing.receive.back': '换一张订单', 'purchasing.receive.of': '已收 {done} / {all} {unit}', 'purchasing.receive.unknown': '没有条码为 {code} 的产品', 'purchasing.receive.foreign': '{name} 不在此订单中',
    'purchasing.receive.over': '超出订购数量 {n} {unit}', 'purchasing.receive.counted': '{name}：{n}', 'purchasing.receive.post': '过账收货', 'purchasing.receive.sum': '已清点 {n} 种产品', 'purchasing.receive.overAsk': '确定超量收货？', 'purchasing.receive.overText': '部分明细超出订购数量，超过设置的容差时将无法收货。',
    'purchasing.receive.posted': '{number} 收货已过账', 'purchasing.receive.offline': '网络已断开。清点数量保存在本设备上，恢复连接后自动过账。', 'purchasing.receive.kept': '已恢复上次的清点数量', 'purchasing.receive.drop': '重新开始', 'purchasing.receive.dropAsk': '清除此订单的全部清点数量？',
    'purchasing.receive.lot': '批次 {lot}', 'purchasing.receive.serial': '序列号 {serial}', 'purchasing.receive.expiry': '有效期至 {date}', 'purchasing.receive.expired': '已于 {date} 过期', 'purchasing.receive.less': '{name} 减一', 'purchasing.receive.more': '{name} 加一', 'purchasing.receive.quantity': '{name} 的数量', 'purchasing.receive.waiting': '等待网络恢复', 'purchasing.receive.scan': '扫描产品',
  },
};
