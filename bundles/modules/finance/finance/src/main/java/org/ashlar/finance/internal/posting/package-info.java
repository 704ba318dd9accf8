/** The fast way in: entries that are created and posted by one call, committed in groups. */
package org.ashlar.finance.internal.posting;
