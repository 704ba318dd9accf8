/** Masters: the one master record of each party, product, unit, currency, price and fiscal period. */
@AshlarModule(id = "masters", kind = "masters")
@RequiresModule("platform")
package org.ashlar.masters.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
