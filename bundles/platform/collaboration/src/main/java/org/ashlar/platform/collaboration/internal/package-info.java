/** What people do about records: comments, followers, activities, attachments, recycle bin, notifications. */
@AshlarModule(id = "collaboration", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.collaboration.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
