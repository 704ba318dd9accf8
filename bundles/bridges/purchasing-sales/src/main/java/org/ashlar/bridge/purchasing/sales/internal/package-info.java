/** Purchasing with sales: orders between companies of one installation stand in the books of both. */
@AshlarModule(id = "purchasing-sales", kind = "bridge")
@RequiresModule("purchasing")
@RequiresModule("sales")
package org.ashlar.bridge.purchasing.sales.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
