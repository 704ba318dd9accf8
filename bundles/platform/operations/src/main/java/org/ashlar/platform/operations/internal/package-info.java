/** Running the suite: backup and restore, upgrade rehearsal, signed extensions, quarantine, health check. */
@AshlarModule(id = "operations", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.operations.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
