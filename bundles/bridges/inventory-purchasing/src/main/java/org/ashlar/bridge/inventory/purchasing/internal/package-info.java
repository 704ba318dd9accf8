/** Purchasing with inventory: confirmed orders announce receipts, receipts and returns move stock. */
@AshlarModule(id = "inventory-purchasing", kind = "bridge", validates = "purchasing.order")
@RequiresModule("inventory")
@RequiresModule("purchasing")
package org.ashlar.bridge.inventory.purchasing.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
