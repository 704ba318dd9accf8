/** More ways to sign in: one-time codes, OpenID Connect, LDAP. */
@AshlarModule(id = "identity", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.identity.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
