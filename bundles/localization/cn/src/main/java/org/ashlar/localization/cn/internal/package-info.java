/** Localization cn: data files and the adapter that hands them to finance. */
@AshlarModule(id = "localization-cn", kind = "localization")
@RequiresModule("finance")
package org.ashlar.localization.cn.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
