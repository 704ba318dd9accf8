/** Localization generic: data files and the adapter that hands them to finance. */
@AshlarModule(id = "localization-generic", kind = "localization")
@RequiresModule("finance")
package org.ashlar.localization.generic.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
