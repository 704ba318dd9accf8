package org.ashlar.platform.model;

import java.util.concurrent.atomic.AtomicReference;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.ashlar.platform.secret.Secrets;

/**
 * Keeps a text field sealed in the database: {@code @Convert(converter = SealedText.class)} on a {@code String} with a column of
 * at least 1.5 times its length plus 64 characters. Whoever may see the field sees it as any other; nobody can filter, sort,
 * group or search by it, and the audit log shows its last four characters. Rows from before are read as they are and sealed when
 * they are saved next. JPA creates converters by itself, so the key is reached through a static hook. Thread-safe.
 */
@Converter
public final class SealedText implements AttributeConverter<String, String> {

    private static final AtomicReference<Secrets> SECRETS = new AtomicReference<>();

    /** Called by the holder of the key when it starts and, with {@code null}, when it stops. */
    public static void connect(Secrets secrets) {
        SECRETS.set(secrets);
    }

    /** The sealed form of a text for the database. */
    public static String seal(String plain) {
        return plain == null ? null : secrets().seal(plain);
    }

    /** The text of what the database holds, sealed or from before it was sealed. */
    public static String open(String stored) {
        return stored == null || !secrets().sealed(stored) ? stored : secrets().open(stored);
    }

    @Override
    public String convertToDatabaseColumn(String plain) {
        return seal(plain);
    }

    @Override
    public String convertToEntityAttribute(String stored) {
        return open(stored);
    }

    private static Secrets secrets() {
        Secrets secrets = SECRETS.get();
        if (secrets == null) {
            throw new IllegalStateException("The key of sealed fields is not there yet");
        }
        return secrets;
    }
}
