/** An example extension: carriers, and which of them brings what to whom. */
@AshlarModule(id = "acme-carrier", kind = "extension")
@RequiresModule("masters")
package extension.acme.carrier;

import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.RequiresModule;
