package org.ashlar.finance;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.ashlar.platform.value.Money;

/**
 * One line of an entry. Either {@code role} or {@code accountId} is given.
 *
 * @param role role that the company's chart resolves to an account, or {@code null}
 * @param accountId account, or {@code null}
 * @param amount in the document's currency, signed: debit is positive, credit negative
 * @param companyAmount the same in the company's currency; {@code null}: converted by the rate of the entry's date
 * @param partyId customer or vendor; needed on reconcilable accounts
 * @param dueDate when an open item falls due; {@code null}: the entry's date
 * @param productId product for analysis, or {@code null}
 * @param text text of the line; {@code null}: the entry's
 */
public record EntryLine(AccountRole role, Long accountId, Money amount, BigDecimal companyAmount, Long partyId,
        LocalDate dueDate, Long productId, String text) {

    /** A line on a role's account without further details. */
    public static EntryLine of(AccountRole role, Money amount) {
        return new EntryLine(role, null, amount, null, null, null, null, null);
    }

    /** A line on an account without further details. */
    public static EntryLine of(long accountId, Money amount) {
        return new EntryLine(null, accountId, amount, null, null, null, null, null);
    }

    /** The same with a party and the due date of the open item. */
    public EntryLine party(Long id, LocalDate due) {
        return new EntryLine(role, accountId, amount, companyAmount, id, due, productId, text);
    }

    /** The same with a product. */
    public EntryLine product(Long id) {
        return new EntryLine(role, accountId, amount, companyAmount, partyId, dueDate, id, text);
    }

    /** The same with an amount in the company's currency. */
    public EntryLine companyAmount(BigDecimal value) {
        return new EntryLine(role, accountId, amount, value, partyId, dueDate, productId, text);
    }

    /** The same with a text. */
    public EntryLine text(String value) {
        return new EntryLine(role, accountId, amount, companyAmount, partyId, dueDate, productId, value);
    }
}
