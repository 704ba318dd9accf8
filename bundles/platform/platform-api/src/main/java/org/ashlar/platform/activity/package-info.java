/** What somebody has to do about a record, with a deadline; and what people say about it. */
@Export
@Version("1.0.0")
package org.ashlar.platform.activity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
