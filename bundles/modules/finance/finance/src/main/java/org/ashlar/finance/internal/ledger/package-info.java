/** Posting: from a draft to immutable rows, with the period's lock, the gapless number and the kept balances. */
package org.ashlar.finance.internal.ledger;
