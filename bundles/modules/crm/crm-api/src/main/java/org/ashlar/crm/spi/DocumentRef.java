package org.ashlar.crm.spi;

/**
 * A document of another module.
 *
 * @param model model id
 * @param id record id
 * @param number number to show
 */
public record DocumentRef(String model, long id, String number) {
}
