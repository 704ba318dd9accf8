/** Approvals on any model. */
@AshlarModule(id = "approvals", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.approvals.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
