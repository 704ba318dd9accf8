/** The model vocabulary: annotations on JPA entities from which REST, search, import, audit and UI are derived. */
@Export
@Version("1.0.0")
package org.ashlar.platform.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
