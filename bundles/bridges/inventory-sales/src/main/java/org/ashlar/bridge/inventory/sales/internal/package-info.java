/** Sales with inventory: confirmed orders hold stock, deliveries and returns move it. */
@AshlarModule(id = "inventory-sales", kind = "bridge", validates = "sales.order")
@RequiresModule("inventory")
@RequiresModule("sales")
package org.ashlar.bridge.inventory.sales.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
