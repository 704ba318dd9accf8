/** Data in: CSV imports with mapping, dry run, rejects, progress and resume. */
@AshlarModule(id = "transfer", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.transfer.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
