/** Invariants of finance for the auditor. */
package org.ashlar.finance.internal.consistency;
