package org.ashlar.platform.web.internal.jaxrs;

import java.util.List;

/** The JAX-RS resources that are published now. Thread-safe. */
public interface Resources {
    /** The resource objects. */
    List<Object> list();

    /** Whether every resource that came or went is taken up. */
    boolean settled();

    /** Grows with every change. */
    long generation();
}
