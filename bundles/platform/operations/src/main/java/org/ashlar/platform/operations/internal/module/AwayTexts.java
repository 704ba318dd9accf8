package org.ashlar.platform.operations.internal.module;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Texts of apps that the distribution holds but that are not installed, read from their jars, so that an administrator sees
 * their names. Jars of a distribution do not change while it runs; each is read once per language. Thread-safe.
 */
@Component(service = AwayTexts.class)
public final class AwayTexts {

    private final Distribution distribution;
    private final Map<List<String>, Properties> texts = new ConcurrentHashMap<>();

    /** By injection. */
    @Activate
    public AwayTexts(@Reference Distribution distribution) {
        this.distribution = distribution;
    }

    /** A text of a module or bridge; empty if the distribution has no such module or the module no such text. */
    public Optional<String> find(String module, String key, Locale locale) {
        return Optional.ofNullable(texts.computeIfAbsent(List.of(module, locale.getLanguage()), k -> distribution.jar(module)
                .map(jar -> ContentsReader.texts(jar, locale)).orElseGet(Properties::new)).getProperty(key));
    }
}
