package org.ashlar.platform.studio.internal.catalog;

import java.util.List;
import java.util.Locale;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.MenuContributor;
import org.ashlar.platform.studio.internal.schema.Names;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Menu entries of custom models. */
@Component
public final class CustomMenu implements MenuContributor {

    private final CustomCatalog catalog;
    private final Messages messages;

    /** Used by DS. */
    @Activate
    public CustomMenu(@Reference CustomCatalog catalog, @Reference Messages messages) {
        this.catalog = catalog;
        this.messages = messages;
    }

    @Override
    public String id() {
        return Names.MODULE;
    }

    @Override
    public String title(Locale locale) {
        return messages.text(locale, "module.custom", List.of());
    }

    @Override
    public String icon() {
        return "boxes";
    }

    @Override
    public List<Entry> entries(Locale locale) {
        return catalog.everything().models().stream()
                .filter(m -> m.active() && m.menu() && m.parent() == null && catalog.there(Names.model(m.code())))
                .map(m -> new Entry(m.code(), Names.model(m.code()), m.icon(), m.label().in(locale))).toList();
    }
}
