/** The web interface: shell, views from metadata and the SDK for modules. */
@AshlarModule(id = "shell", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.shell.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
