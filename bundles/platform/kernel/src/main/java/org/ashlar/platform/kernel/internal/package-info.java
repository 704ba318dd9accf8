/** The kernel: module registry and schema gate, transactions, events, companies, numbers, settings, schedule and jobs. */
@AshlarModule(id = "platform", kind = "platform")
package org.ashlar.platform.kernel.internal;

import org.ashlar.platform.module.AshlarModule;
