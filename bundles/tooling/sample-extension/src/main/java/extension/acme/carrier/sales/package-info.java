/** What this extension adds where sales is installed; the requirement makes the suite wait for it. */
@RequiresModule("sales")
package extension.acme.carrier.sales;

import org.ashlar.platform.module.RequiresModule;
