/** Quotations and sales orders. */
@AshlarModule(id = "sales")
@RequiresModule("masters")
package org.ashlar.sales.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
