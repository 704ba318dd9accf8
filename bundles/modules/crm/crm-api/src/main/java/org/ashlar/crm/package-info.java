/** Leads, opportunities and visits as other modules see them. */
@Export
@Version("1.0.0")
package org.ashlar.crm;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
