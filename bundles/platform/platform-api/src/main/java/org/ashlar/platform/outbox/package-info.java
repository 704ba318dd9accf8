/** What leaves the suite, once each, over restarts and nodes. */
@Export
@Version("1.0.0")
package org.ashlar.platform.outbox;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
