/** The auditor's rules: invariants that must hold over the whole installation. */
@Export
@Version("1.0.0")
package org.ashlar.platform.consistency;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
