/** Locks on accounting periods. */
package org.ashlar.finance.internal.period;
