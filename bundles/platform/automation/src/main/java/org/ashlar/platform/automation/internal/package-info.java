/** Without code: what happens when a record changes or the clock strikes. */
@AshlarModule(id = "automation", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.automation.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
