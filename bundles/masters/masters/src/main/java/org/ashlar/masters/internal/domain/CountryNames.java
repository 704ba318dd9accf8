package org.ashlar.masters.internal.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds ISO 3166 codes for countries as people write them: codes, and names in the large languages (Unicode CLDR). Thread-safe. */
public final class CountryNames {

    private static final Map<String, String> CODES = new HashMap<>(Map.of("UK", "GB", "ENGLAND", "GB", "UNITEDSTATESOFAMERICA", "US",
            "PRC", "CN", "PEOPLESREPUBLICOFCHINA", "CN", "中华人民共和国", "CN", "HOLLAND", "NL"));

    static {
        List<Locale> languages = List.of(Locale.ENGLISH, Locale.CHINESE, Locale.GERMAN, Locale.FRENCH, new Locale("es"));
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            CODES.putIfAbsent(code, code);
            CODES.putIfAbsent(country.getISO3Country(), code);
            languages.forEach(language -> CODES.putIfAbsent(plain(country.getDisplayCountry(language)), code));
        }
    }

    private CountryNames() {
    }

    /** The code, {@code null} if the text is no country that is known. */
    public static String code(String text) {
        return CODES.get(plain(text));
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}]", "").toUpperCase(Locale.ROOT);
    }
}
