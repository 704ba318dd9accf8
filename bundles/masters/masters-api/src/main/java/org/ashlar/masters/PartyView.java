package org.ashlar.masters;

import java.math.BigDecimal;

/**
 * A party as other modules see it.
 *
 * @param id record id
 * @param code unique in the company
 * @param name short name
 * @param customer may be sold to
 * @param vendor may be bought from
 * @param creditLimit highest exposure in {@code currency}; {@code null}: none set
 * @param currency ISO 4217 code of its documents, {@code null}: the company's
 * @param paymentTermDays days from document date to due date, {@code null}: the company's
 * @param active may appear on new documents
 */
public record PartyView(long id, String code, String name, boolean customer, boolean vendor, BigDecimal creditLimit,
        String currency, Integer paymentTermDays, boolean active) {
}
