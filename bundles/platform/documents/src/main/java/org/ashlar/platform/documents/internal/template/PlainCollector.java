package org.ashlar.platform.documents.internal.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ashlar.platform.value.Money;

/**
 * What a template can reach: entries of maps, items of lists, and the suffixes of numbers, dates and options. Nothing is
 * looked up by reflection, so no method, class or file is reachable. Counts the passes of sections, which bounds nested
 * loops. Confined to one filling.
 */
final class PlainCollector implements Mustache.Collector {
    static final int MOST_PASSES = 50_000;

    private final Formats formats;
    private int passes;

    PlainCollector(Formats formats) {
        this.formats = formats;
    }

    @Override
    public Iterator<?> toIterator(Object value) {
        if (!(value instanceof List<?> list)) {
            return null;
        }
        passes += list.size();
        if (passes > MOST_PASSES) {
            throw new TemplateLimit("more than " + MOST_PASSES + " repetitions");
        }
        return list.iterator();
    }

    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
        if (++passes > MOST_PASSES) {
            throw new TemplateLimit("more than " + MOST_PASSES + " repetitions");
        }
        if (name.equals(".") || name.equals("this")) {
            return (c, n) -> c;
        }
        return this::fetch;
    }

    private Object fetch(Object context, String name) {
        if (context instanceof Shown.Source source) {
            return source.containsKey(name) ? source.shown(name) : Template.NO_FETCHER_FOUND;
        }
        if (context instanceof Map<?, ?> map) {
            return map.containsKey(name) ? known(map.get(name)) : Template.NO_FETCHER_FOUND;
        }
        if (context instanceof Shown shown) {
            Object found = formats.suffix(shown, name);
            return found == null ? Template.NO_FETCHER_FOUND : found;
        }
        return Template.NO_FETCHER_FOUND;
    }

    /** Values that suffixes apply to. */
    static Object known(Object value) {
        if (value instanceof Number || value instanceof LocalDate || value instanceof Instant
                || value instanceof LocalDateTime) {
            return new Shown(value, null, null);
        }
        return value instanceof Money money ? new Shown(money.amount(), money.currency(), null) : value;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }
}
