/** Without code: custom fields, custom models and packages of them. */
@AshlarModule(id = "studio", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.studio.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
