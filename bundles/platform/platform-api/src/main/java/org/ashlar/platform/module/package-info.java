/** Modules: what a bundle declares about itself, and what the suite knows about the installed ones. */
@Export
@Version("1.0.0")
package org.ashlar.platform.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
