package org.ashlar.tooling.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reads models as the records engine does, from annotations, and asks for a text of each part of them. */
class ModelTextsTest {

    private static final String PACKAGE = "org.ashlar.platform.model.";

    private static final int FEWEST = 30;

    private final House house = House.present();

    @Test
    void everyModelFieldActionAndOptionHasAText() {
        Violations violations = new Violations("Texts of models");
        int seen = 0;
        for (JavaClass type : house.classes()) {
            BuiltBundle bundle = house.owner(type.getName());
            Optional<String> model = annotation(type, "Model").map(a -> value(a));
            Optional<String> extended = annotation(type, "Extends").map(a -> value(a));
            if (model.isPresent()) {
                seen++;
                need(bundle, "model." + model.get(), violations);
                actions(type).forEach(a -> need(bundle, "action." + model.get() + "." + a, violations));
                fields(bundle, type, model.get(), "", violations);
            } else if (extended.isPresent()) {
                String prefix = bundle.module().orElse(bundle.name()).replace('-', '_') + "_";
                fields(bundle, type, extended.get(), prefix, violations);
            }
        }
        violations.addUnless(seen >= FEWEST, "only %d models were found", seen);
        violations.check();
    }

    @Test
    void everyModuleHasATitle() {
        Violations violations = new Violations("Titles of modules");
        house.bundles().forEach(b -> b.module().ifPresent(id -> need(b, "module." + id, violations)));
        violations.check();
    }

    private void fields(BuiltBundle bundle, JavaClass type, String model, String prefix, Violations violations) {
        for (JavaField field : type.getFields()) {
            boolean shown = !field.getModifiers().contains(JavaModifier.STATIC)
                    && !field.getModifiers().contains(JavaModifier.TRANSIENT)
                    && (field.isAnnotatedWith("javax.persistence.Column") || field.isAnnotatedWith(PACKAGE + "Lines"))
                    && !hidden(field);
            if (!shown) {
                continue;
            }
            String name = prefix + field.getName();
            if (!has(bundle, "field." + model + "." + name) && !has(bundle, "field." + name)) {
                violations.add("%s: field.%s.%s is missing", bundle.name(), model, name);
            }
            JavaClass fieldType = field.getRawType();
            if (fieldType.isEnum() && !fieldType.getName().startsWith("java.")) {
                constants(fieldType).forEach(c -> need(bundle, "option." + model + "." + name + "." + c, violations));
            }
        }
    }

    private static List<String> constants(JavaClass type) {
        return type.getFields().stream()
                .filter(f -> f.getRawType().equals(type) && f.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getName).toList();
    }

    private static boolean hidden(JavaField field) {
        return field.getAnnotations().stream().filter(a -> a.getRawType().getName().equals(PACKAGE + "Field"))
                .anyMatch(a -> a.get("hidden").map(Boolean.TRUE::equals).orElse(false));
    }

    private static List<String> actions(JavaClass type) {
        List<String> actions = new ArrayList<>();
        annotation(type, "Action").ifPresent(a -> actions.add(value(a)));
        annotation(type, "Actions").ifPresent(all -> {
            for (Object one : (Object[]) all.get("value").orElseThrow()) {
                actions.add(value((JavaAnnotation<?>) one));
            }
        });
        return actions;
    }

    private static Optional<? extends JavaAnnotation<?>> annotation(JavaClass type, String name) {
        return type.getAnnotations().stream().filter(a -> a.getRawType().getName().equals(PACKAGE + name)).findFirst();
    }

    private static String value(JavaAnnotation<?> annotation) {
        return String.valueOf(annotation.get("value").orElseThrow());
    }

    private static boolean has(BuiltBundle bundle, String key) {
        return bundle.texts("en").containsKey(key)
                || House.present().bundles().stream().filter(b -> b.layer() == Layer.PLATFORM)
                        .anyMatch(b -> b.texts("en").containsKey(key));
    }

    private static void need(BuiltBundle bundle, String key, Violations violations) {
        violations.addUnless(has(bundle, key), "%s: %s is missing", bundle.name(), key);
    }
}
