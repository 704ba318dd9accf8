package org.ashlar.platform.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Requirement;

/**
 * The annotated package's bundle needs another module. Checked by the feature resolver at installation; orders migrations.
 * Effective at {@code active} only: the framework then wires no bundle to a module's implementation, so that an update of
 * the module neither restarts its dependants nor keeps its old class loader for them.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Requirement(namespace = AshlarModule.NAMESPACE, filter = "(id=${#value})", effective = "active")
@Repeatable(RequiresModules.class)
public @interface RequiresModule {

    /** Id of the needed module. */
    String value();
}
