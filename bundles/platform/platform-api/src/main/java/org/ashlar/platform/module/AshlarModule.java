package org.ashlar.platform.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Declares that the annotated package's bundle is an Ashlar module. The build turns it into the OSGi capability
 * {@code ashlar.module} so that the resolver, the schema gate and the console see the same facts.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Capability(namespace = AshlarModule.NAMESPACE)
public @interface AshlarModule {

    /** The capability namespace. */
    String NAMESPACE = "ashlar.module";

    /** Module id, lower case, for example {@code sales} or {@code inventory-sales}; also the persistence unit's name. */
    @Attribute("id")
    String id();

    /** {@code module}, {@code bridge}, {@code masters}, {@code platform} or {@code extension}. */
    @Attribute("kind")
    String kind() default "module";

    /**
     * Models whose documents this module validates. Once the module was installed, an action that posts such a
     * document is refused with 503 while the module is away (disabled, stopped or failed).
     */
    @Attribute("validates")
    String[] validates() default {};
}
