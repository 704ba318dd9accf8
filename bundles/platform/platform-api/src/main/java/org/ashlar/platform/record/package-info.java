/** Reading and writing records of any model, inside one enforcement point. */
@Export
@Version("1.0.0")
package org.ashlar.platform.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
