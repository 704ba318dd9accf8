/** Finance: ledger, invoices, payments, taxes. */
@AshlarModule(id = "finance")
@RequiresModule("masters")
package org.ashlar.finance.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
