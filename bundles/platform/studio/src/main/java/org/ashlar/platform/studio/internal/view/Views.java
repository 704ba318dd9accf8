package org.ashlar.platform.studio.internal.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Members;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.studio.internal.catalog.CustomCatalog;
import org.ashlar.platform.studio.internal.catalog.Definition.View;
import org.ashlar.platform.studio.internal.model.ViewKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The views that fit a caller best: those for the role and company before those for one of both before those for all. A
 * view that names a field that is not there, or that the caller does not see, is shown without it. Thread-safe.
 */
@Component(service = Views.class)
public final class Views {

    private final CustomCatalog custom;
    private final Catalog models;
    private final Access access;
    private final Members members;

    /** Used by DS. */
    @Activate
    public Views(@Reference CustomCatalog custom, @Reference Catalog models, @Reference Access access,
            @Reference Members members) {
        this.custom = custom;
        this.models = models;
        this.access = access;
        this.members = members;
    }

    /** A view that lacks fields. */
    public record Lacking(String code, String model, List<String> missing) {
    }

    /** By kind in lower case, titles in the language, without the fields that {@code visible} does not know. */
    public Map<String, ObjectNode> of(String model, Locale locale, Set<String> visible) {
        Caller caller = access.caller();
        Map<String, ObjectNode> views = new LinkedHashMap<>();
        List<View> fitting = new ArrayList<>(custom.everything().views().stream()
                .filter(v -> v.model().equals(model) && fits(v, caller)).toList());
        fitting.sort(Comparator.comparing(Views::generality).thenComparing(View::priority).thenComparing(View::code));
        for (View view : fitting) {
            ViewKind kind = ViewKind.valueOf(view.kind());
            String key = view.kind().toLowerCase(Locale.ROOT);
            if (!views.containsKey(key)) {
                ObjectNode shown = shown(view, kind, path -> {
                    int dot = path.indexOf('.');
                    return visible.contains(dot < 0 ? path : path.substring(0, dot)) && FieldPaths.there(models, model, path);
                });
                if (shown != null) {
                    ViewShape.localize(shown, locale);
                    views.put(key, shown);
                }
            }
        }
        return views;
    }

    private static ObjectNode shown(View view, ViewKind kind, Predicate<String> there) {
        ObjectNode definition = ViewShape.parse(kind, view.definition());
        if (definition == null) {
            return null;
        }
        List<String> missing = ViewShape.prune(kind, definition, there);
        if (!ViewShape.shows(kind, definition, missing)) {
            return null;
        }
        definition.put("code", view.code());
        return definition;
    }

    private boolean fits(View view, Caller caller) {
        return (view.company() == null || view.company() == caller.companyId()) && (view.role() == null
                || view.role().isBlank() || members.withRole(view.role(), caller.companyId()).contains(caller.userId()));
    }

    private static int generality(View view) {
        return (view.role() == null || view.role().isBlank() ? 2 : 0) + (view.company() == null ? 1 : 0);
    }

    /** Views that name fields which are not there, or whose JSON is not right. */
    public List<Lacking> lacking() {
        List<Lacking> lacking = new ArrayList<>();
        for (View view : custom.everything().views()) {
            ViewKind kind = ViewKind.valueOf(view.kind());
            ObjectNode definition = ViewShape.parse(kind, view.definition());
            List<String> missing = definition == null ? List.of("*")
                    : ViewShape.prune(kind, definition, path -> FieldPaths.there(models, view.model(), path));
            if (!missing.isEmpty()) {
                lacking.add(new Lacking(view.code(), view.model(), missing));
            }
        }
        return lacking;
    }
}
