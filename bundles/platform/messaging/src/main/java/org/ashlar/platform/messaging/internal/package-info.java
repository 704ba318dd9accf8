/** Notices and approvals in WeCom, DingTalk and Feishu, notices by text message. */
@AshlarModule(id = "messaging", kind = "platform")
@RequiresModule("records")
@RequiresModule("webhooks")
package org.ashlar.platform.messaging.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
