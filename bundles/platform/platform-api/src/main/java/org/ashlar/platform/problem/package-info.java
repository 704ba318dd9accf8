/** Errors that a user can act on: kind, code, field. */
@Export
@Version("1.0.0")
package org.ashlar.platform.problem;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
