/** Inventory with finance: stock value equals its ledger account at every moment. */
@AshlarModule(id = "finance-inventory", kind = "bridge", validates = "inventory.transfer")
@RequiresModule("finance")
@RequiresModule("inventory")
package org.ashlar.bridge.finance.inventory.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
