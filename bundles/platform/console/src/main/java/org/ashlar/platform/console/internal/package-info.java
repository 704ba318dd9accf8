/** The local administration console: commands and the socket that carries them without a remote shell. */
@AshlarModule(id = "console", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.console.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
