/** Ways to sign in that other bundles bring: who checks a password, and who lets a recognised person in. */
@Export
@Version("1.0.0")
package org.ashlar.platform.signin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
