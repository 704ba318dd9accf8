/** Warehouses, transfers, reservations, stock and its value. */
@AshlarModule(id = "inventory")
@RequiresModule("masters")
package org.ashlar.inventory.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
