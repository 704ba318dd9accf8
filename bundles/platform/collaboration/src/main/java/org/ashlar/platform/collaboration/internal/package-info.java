/** What people do about records: comments, followers, activities, attachments, recycle bin, notifications, tags. */
@AshlarModule(id = "collaboration", kind = "platform")
@RequiresModule("records")
@RequiresModule("security")
package org.ashlar.platform.collaboration.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
