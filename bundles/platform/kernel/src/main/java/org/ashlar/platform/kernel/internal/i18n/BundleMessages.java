package org.ashlar.platform.kernel.internal.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.i18n.Phrase;
import org.ashlar.platform.i18n.TextSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts from {@code ASHLAR-INF/i18n/messages_<language>.properties} (UTF-8) of all resolved bundles, also of stopped ones,
 * whose names still have to be shown. Every Chinese locale reads zh; every other one, and what zh lacks, reads en.
 */
@Component(immediate = true)
public final class BundleMessages implements Messages, BundleTrackerCustomizer<Map<String, Map<String, String>>> {

    private static final Logger LOG = LoggerFactory.getLogger(BundleMessages.class);
    private static final List<String> LANGUAGES = List.of("en", "zh");

    private final Map<Long, Map<String, Map<String, String>>> byBundle = new ConcurrentHashMap<>();
    private final BundleTracker<Map<String, Map<String, String>>> tracker;
    private final Set<TextSource> sources = ConcurrentHashMap.newKeySet();
    private volatile Map<String, Map<String, String>> merged;

    @Activate
    public BundleMessages(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, this);
        tracker.open();
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    @Override
    public String text(Locale locale, String key, List<Object> args) {
        String pattern = find(locale, key);
        if (pattern == null) {
            String text = fromSources(locale, key);
            return text == null ? key : text;
        }
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        try {
            return new MessageFormat(pattern, locale).format(args.stream().map(a -> a instanceof Phrase phrase ? text(locale, phrase) : a).toArray());
        } catch (IllegalArgumentException e) {
            LOG.warn("Text {} is not well formed: {}", key, e.getMessage());
            return pattern;
        }
    }

    @Override
    public boolean has(Locale locale, String key) {
        return texts().get(language(locale)).containsKey(key) || fromSources(locale, key) != null;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindSource(TextSource source) {
        sources.add(source);
    }

    void unbindSource(TextSource source) {
        sources.remove(source);
    }

    private String fromSources(Locale locale, String key) {
        for (TextSource source : sources) {
            String text = source.text(locale, key);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private String find(Locale locale, String key) {
        String text = texts().get(language(locale)).get(key);
        return text == null ? texts().get("en").get(key) : text;
    }

    private static String language(Locale locale) {
        return locale != null && locale.getLanguage().equals("zh") ? "zh" : "en";
    }

    private Map<String, Map<String, String>> texts() {
        Map<String, Map<String, String>> texts = merged;
        return texts == null ? merge() : texts;
    }

    private synchronized Map<String, Map<String, String>> merge() {
        Map<String, Map<String, String>> texts = new HashMap<>();
        LANGUAGES.forEach(language -> texts.put(language, new HashMap<>()));
        byBundle.values().forEach(bundle -> bundle.forEach((language, entries) -> texts.get(language).putAll(entries)));
        merged = texts;
        return texts;
    }

    private synchronized void forget() {
        merged = null;
    }

    @Override
    public Map<String, Map<String, String>> addingBundle(Bundle bundle, BundleEvent event) {
        if (bundle.getBundleId() == 0 || bundle.getEntry("ASHLAR-INF/i18n/messages_en.properties") == null) {
            return null;
        }
        Map<String, Map<String, String>> texts = new HashMap<>();
        LANGUAGES.forEach(language -> texts.put(language, read(bundle, language)));
        byBundle.put(bundle.getBundleId(), texts);
        forget();
        return texts;
    }

    private static Map<String, String> read(Bundle bundle, String language) {
        Map<String, String> texts = new HashMap<>();
        URL url = bundle.getEntry("ASHLAR-INF/i18n/messages_" + language + ".properties");
        if (url != null) {
            try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("Texts {} of {} cannot be read: {}", language, bundle.getSymbolicName(), e.getMessage());
            }
        }
        return texts;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Map<String, Map<String, String>> texts) {
        // The texts are the same in every state.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Map<String, Map<String, String>> texts) {
        byBundle.remove(bundle.getBundleId());
        forget();
    }
}
