/** CRM with sales: quotations of opportunities. */
@AshlarModule(id = "crm-sales", kind = "bridge")
@RequiresModule("crm")
@RequiresModule("sales")
package org.ashlar.bridge.crm.sales.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
