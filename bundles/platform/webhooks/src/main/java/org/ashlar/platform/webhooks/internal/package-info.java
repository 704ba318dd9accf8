/** Webhooks out, signed and retried, and in. */
@AshlarModule(id = "webhooks", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.webhooks.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
