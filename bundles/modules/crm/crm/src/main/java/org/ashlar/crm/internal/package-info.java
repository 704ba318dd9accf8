/** Leads, opportunities, visits. */
@AshlarModule(id = "crm")
@RequiresModule("masters")
package org.ashlar.crm.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
