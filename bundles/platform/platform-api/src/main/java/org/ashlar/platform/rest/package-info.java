/** JAX-RS resources contributed by modules. */
@Export
@Version("1.0.0")
package org.ashlar.platform.rest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
