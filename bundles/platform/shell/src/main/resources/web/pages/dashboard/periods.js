// Periods of tiles that move with the day, and which of them the filter builder's stand for.

/** All that the server knows, in the order in which they are offered. */
export const PRESETS = ['today', 'yesterday', 'weekToDate', 'monthToDate', 'quarterToDate', 'yearToDate', 'thisWeek', 'thisMonth', 'thisQuarter', 'thisYear', 'lastWeek', 'lastMonth', 'lastQuarter', 'lastYear', 'last7Days', 'last30Days', 'last90Days', 'last12Months', 'next7Days', 'next30Days', 'past'];

const SAME = { today: 'today', yesterday: 'yesterday', week: 'thisWeek', lastWeek: 'lastWeek', month: 'thisMonth', lastMonth: 'lastMonth', quarter: 'thisQuarter', year: 'thisYear', lastYear: 'lastYear', last30: 'last30Days', next30: 'next30Days', past: 'past' };

/** The preset of a period of the filter builder. */
export const presetOf = period => SAME[period];
