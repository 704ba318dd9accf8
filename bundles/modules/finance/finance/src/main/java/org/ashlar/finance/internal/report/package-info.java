/** Reports over the ledger. */
package org.ashlar.finance.internal.report;
