package org.ashlar.purchasing.spi;

/**
 * A follow-up document, answered to the user who asked for it.
 *
 * @param model model id, for example {@code finance.invoice}
 * @param id record id
 * @param number document number, {@code null} while it is a draft without one
 */
public record DocumentRef(String model, long id, String number) {
}
