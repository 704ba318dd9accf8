package org.ashlar.finance;

/** Class of an account after 企业会计准则: 资产, 负债, 共同, 所有者权益, 成本, 损益 (split into income and expense). */
public enum AccountType {
    /** 资产. */
    ASSET,
    /** 负债. */
    LIABILITY,
    /** 共同: debit or credit balance by nature of the business. */
    COMMON,
    /** 所有者权益. */
    EQUITY,
    /** 成本. */
    COST,
    /** 损益, income. */
    REVENUE,
    /** 损益, expense. */
    EXPENSE;

    /** Whether balances are carried into the next year. */
    public boolean carriedForward() {
        return this != REVENUE && this != EXPENSE;
    }
}
