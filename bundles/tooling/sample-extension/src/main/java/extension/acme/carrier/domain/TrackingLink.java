package extension.acme.carrier.domain;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a customer follows a parcel. */
public final class TrackingLink {

    /** Stands for the parcel's number in a carrier's address. */
    public static final String NUMBER = "{number}";

    private TrackingLink() {
    }

    /** Whether the address can be used: http or https, and a place for the number. */
    public static boolean valid(String template) {
        if (template == null || !template.contains(NUMBER)) {
            return false;
        }
        try {
            URI address = URI.create(of(template, "0"));
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The address for one parcel; the number is encoded, whatever it holds. */
    public static String of(String template, String number) {
        return template.replace(NUMBER, URLEncoder.encode(number, StandardCharsets.UTF_8));
    }
}
