package org.ashlar.finance;

/**
 * What an account is used for. Other modules name the role and leave the account to the company's chart; the mapping is
 * kept per company in {@code finance.accountRole}.
 */
public enum AccountRole {
    /** Customers' control account (应收账款). */
    RECEIVABLE,
    /** Vendors' control account (应付账款). */
    PAYABLE,
    /** Money received from customers before an invoice (预收账款). */
    CUSTOMER_ADVANCE,
    /** Money paid to vendors before a bill (预付账款). */
    VENDOR_ADVANCE,
    /** Sales of goods and services (主营业务收入). */
    REVENUE,
    /** Expenses without a better account (管理费用). */
    EXPENSE,
    /** Tax on sales (应交税费—销项税额). */
    TAX_OUTPUT,
    /** Deductible tax on purchases (应交税费—进项税额). */
    TAX_INPUT,
    /** Tax withheld at the source. */
    TAX_WITHHELD,
    /** Stock (库存商品). */
    INVENTORY,
    /** Stock received and not yet billed (暂估应付账款). */
    GOODS_RECEIVED_NOT_INVOICED,
    /** Cost of goods sold (主营业务成本). */
    COST_OF_GOODS_SOLD,
    /** Stock count differences (待处理财产损溢). */
    INVENTORY_ADJUSTMENT,
    /** Difference between bill and receipt or standard cost (材料成本差异). */
    PRICE_DIFFERENCE,
    /** Bank (银行存款). */
    BANK,
    /** Cash (库存现金). */
    CASH,
    /** Gains and losses by exchange rates (汇兑损益). */
    EXCHANGE_DIFFERENCE,
    /** Cents that rounding leaves. */
    ROUNDING,
    /** Freight charged or paid. */
    FREIGHT,
    /** Result carried forward (未分配利润). */
    RETAINED_EARNINGS,
    /** Counter account of opening balances. */
    OPENING_BALANCE
}
