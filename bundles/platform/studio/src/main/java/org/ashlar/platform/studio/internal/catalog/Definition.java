package org.ashlar.platform.studio.internal.catalog;

import java.util.List;
import java.util.Locale;
import org.ashlar.platform.studio.internal.model.FieldKind;

/** What is defined, as read from the tables. */
public final class Definition {

    private Definition() {
    }

    /** A text in both languages; the Chinese one may be missing. */
    public record Label(String en, String zh) {

        /** In the language, or in the one that is there. */
        public String in(Locale locale) {
            boolean chinese = locale != null && locale.getLanguage().equals("zh");
            return chinese && zh != null && !zh.isBlank() ? zh : en;
        }
    }

    /** An option, state or transition. */
    public record Option(String code, Label label, String tone, boolean locked, List<String> from, String to) {
    }

    /** A custom field. */
    public record Field(long id, String model, String code, String name, FieldKind kind, Label label, Label help, int length,
            int scale, String currencyField, String target, boolean required, boolean unique, boolean searchable,
            String defaultValue, String tab, String group, boolean inList, int position, boolean active, List<Option> options) {
    }

    /** A custom model. */
    public record Model(long id, String code, String collection, Label label, String icon, String labelField, String sort,
            List<String> naturalKey, boolean companyScoped, String numberPattern, String parent, String linesField,
            boolean menu, boolean active, List<Option> states, List<Option> transitions) {
    }

    /** A view. */
    public record View(long id, String code, String model, String kind, String role, Long company, int priority,
            String definition) {
    }

    /** All of it at one moment. */
    public record Everything(List<Model> models, List<Field> fields, List<View> views) {
    }
}
