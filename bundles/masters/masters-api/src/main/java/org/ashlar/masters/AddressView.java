package org.ashlar.masters;

/**
 * An address of a party.
 *
 * @param id line id
 * @param kind {@code MAIN}, {@code INVOICE} or {@code DELIVERY}
 * @param name addressee, may be {@code null}
 * @param country ISO 3166 alpha-2
 * @param region province or state, may be {@code null}
 * @param city city, may be {@code null}
 * @param postalCode postal code, may be {@code null}
 * @param street street and number, may be {@code null}
 */
public record AddressView(long id, String kind, String name, String country, String region, String city,
        String postalCode, String street) {
}
