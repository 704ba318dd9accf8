/** Purchasing with finance: taxes, vendor bills matched to order and receipt. */
@AshlarModule(id = "finance-purchasing", kind = "bridge", validates = "purchasing.order")
@RequiresModule("finance")
@RequiresModule("purchasing")
package org.ashlar.bridge.finance.purchasing.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
