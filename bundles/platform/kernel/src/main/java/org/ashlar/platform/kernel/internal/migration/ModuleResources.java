package org.ashlar.platform.kernel.internal.migration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The migration files of one module. */
public interface ModuleResources {

    /** A file by its path below {@code ASHLAR-INF/migration/}. */
    Optional<URI> find(String path);

    /** Opens a file that {@link #find} knows. */
    InputStream open(String path) throws IOException;

    /** Paths of all files below {@code ASHLAR-INF/migration/}, sorted. */
    List<String> list();
}
