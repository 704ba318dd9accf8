/** Sales with finance: taxes, credit limit, invoices of orders and what customers owe. */
@AshlarModule(id = "finance-sales", kind = "bridge", validates = "sales.order")
@RequiresModule("finance")
@RequiresModule("sales")
package org.ashlar.bridge.finance.sales.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
