/** Users, roles, sessions and API tokens; the one place that says who may do what. */
@AshlarModule(id = "security", kind = "platform")
@RequiresModule("platform")
package org.ashlar.platform.security.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
