/** Purchase orders, vendor prices and the three-way match. */
@AshlarModule(id = "purchasing")
@RequiresModule("masters")
package org.ashlar.purchasing.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
