package org.ashlar.platform.studio.internal.view;

import java.util.Optional;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;

/** Whether paths along references and lines lead to fields. */
final class FieldPaths {

    private static final int DEPTH = 3;

    private FieldPaths() {
    }

    static boolean there(Catalog models, String model, String path) {
        String at = model;
        String[] names = path.split("\\.", -1);
        if (names.length > DEPTH + 1) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            Optional<FieldInfo> field = models.find(at).flatMap(m -> m.field(name)).filter(f -> !f.hidden());
            if (field.isEmpty()) {
                return false;
            }
            at = field.get().target();
            if (i < names.length - 1 && at == null) {
                return false;
            }
        }
        return true;
    }
}
