/** Find and see: global search, saved views, dashboards, scheduled reports. */
@AshlarModule(id = "insight", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.insight.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
