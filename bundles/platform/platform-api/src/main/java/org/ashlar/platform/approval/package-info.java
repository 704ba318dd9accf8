/** Approvals for ways other than the app: mails, chats. */
@Export
@Version("1.0.0")
package org.ashlar.platform.approval;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
