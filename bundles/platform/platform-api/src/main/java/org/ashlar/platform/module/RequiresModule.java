package org.ashlar.platform.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Requirement;

/** The annotated package's bundle needs another module. Checked by the OSGi resolver; orders migrations. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Requirement(namespace = AshlarModule.NAMESPACE, filter = "(id=${#value})")
@Repeatable(RequiresModules.class)
public @interface RequiresModule {

    /** Id of the needed module. */
    String value();
}
