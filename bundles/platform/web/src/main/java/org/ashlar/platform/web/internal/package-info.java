/** The way in over HTTP: JAX-RS resources of all modules, pages, documentation, health, metrics and events. */
@AshlarModule(id = "web", kind = "platform")
@RequiresModule("platform")
@RequiresModule("security")
package org.ashlar.platform.web.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
