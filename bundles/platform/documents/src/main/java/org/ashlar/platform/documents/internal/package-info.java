/** Templates and documents: mails and prints from records, PDF and XLSX. */
@AshlarModule(id = "documents", kind = "platform")
@RequiresModule("records")
package org.ashlar.platform.documents.internal;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
