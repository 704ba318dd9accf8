/** More ways to sign in: OpenID Connect, LDAP. */
@AshlarModule(id = "identity", kind = "platform")
@RequiresModule("security")
package org.ashlar.platform.identity.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
