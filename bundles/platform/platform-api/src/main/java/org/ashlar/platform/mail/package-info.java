/** Mail out, once each, and mail in, to records. */
@Export
@Version("1.0.0")
package org.ashlar.platform.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
