/** Records engine: models from annotations, writes through JPA, set-based reads, audit and REST of every model. */
@AshlarModule(id = "records", kind = "platform")
@RequiresModule("platform")
package org.ashlar.platform.records.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
