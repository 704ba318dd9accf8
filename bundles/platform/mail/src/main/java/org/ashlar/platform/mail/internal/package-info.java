/** Mail out, once each, and mail in, to records. */
@AshlarModule(id = "mail", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.mail.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
