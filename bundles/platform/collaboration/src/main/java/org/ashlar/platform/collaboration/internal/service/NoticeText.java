package org.ashlar.platform.collaboration.internal.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.i18n.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sentences of notices: kept as key and arguments, said in the language of whoever reads them. Thread-safe. */
@Component(service = NoticeText.class)
public final class NoticeText {

    private static final int MOST = 8_000;
    private static final int MOST_ARGUMENT = 500;
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Messages messages;

    @Activate
    public NoticeText(@Reference Messages messages) {
        this.messages = messages;
    }

    /** Arguments as JSON: numbers stay numbers, all else becomes text. */
    static String write(List<Object> args) {
        List<Object> plain = new ArrayList<>();
        for (Object arg : args) {
            if (arg instanceof Number || arg instanceof Boolean) {
                plain.add(arg);
            } else {
                String text = arg == null ? "" : arg instanceof Temporal ? arg.toString() : String.valueOf(arg);
                plain.add(text.length() <= MOST_ARGUMENT ? text : text.substring(0, MOST_ARGUMENT));
            }
        }
        try {
            String json = JSON.writeValueAsString(plain);
            return json.length() <= MOST ? json : "[]";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The sentence in a language. */
    String say(Locale locale, String key, String args) {
        List<Object> values = new ArrayList<>();
        try {
            for (Object value : JSON.readValue(args, Object[].class)) {
                values.add(value instanceof String text ? date(locale, text) : value instanceof BigDecimal number ? number : value);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return messages.text(locale, key, values);
    }

    private static Object date(Locale locale, String text) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return text;
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(LocalDate.parse(text));
    }

    /** What a kind is called. */
    String kind(Locale locale, String kind) {
        String key = "notice." + kind;
        return messages.has(locale, key) ? messages.text(locale, key, List.of()) : kind;
    }

    /** What a channel is called. */
    String channel(Locale locale, String channel) {
        String key = "channel." + channel;
        return messages.has(locale, key) ? messages.text(locale, key, List.of()) : channel;
    }

    /** Another text. */
    String text(Locale locale, String key, Object... args) {
        return messages.text(locale, key, List.of(args));
    }
}
