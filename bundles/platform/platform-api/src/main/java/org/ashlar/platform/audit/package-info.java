/** Who did what, and the proof that nobody has changed the answer since. */
@Export
@Version("1.0.0")
package org.ashlar.platform.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
