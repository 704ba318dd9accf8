/** Telling people what happened: in the app, by mail, by whatever channel is there. */
@Export
@Version("1.0.0")
package org.ashlar.platform.notify;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
